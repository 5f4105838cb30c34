if ! [ -x .mpa-tool/bin/mpa ]; then
  cargo install --locked --git "@{address}" --rev "@{revision}" --root .mpa-tool mpa
fi
