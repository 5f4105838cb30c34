if ! [ -x .mpa-tool/bin/mpa ]; then
  CARGO_TARGET_DIR=/tmp/mpa-target cargo install --locked --path base --root .mpa-tool
fi
