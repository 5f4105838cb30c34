git checkout --quiet -B "mpa/form-$NUMBER" "refs/remotes/origin/$MAIN"
code=0
mpa claim "$task" --as "@$LOGIN" --here --yes --quiet > "$RUNNER_TEMP/said.txt" 2>&1 || code=$?
if [ "$code" -ne 0 ]; then
  refused "$code"
fi
if [ "$(git rev-parse HEAD)" = "$(git rev-parse "refs/remotes/origin/$MAIN")" ]; then
  quoted "$SAY_DONE" > "$RUNNER_TEMP/answer.md"
  echo "done=yes" >> "$GITHUB_OUTPUT"
  exit 0
fi
# The request bears the handle that goes with the account.
trailer() { git log -1 --format="%(trailers:key=$1,valueonly,separator=)"; }
branch="mpa/$(trailer Mpa-Task)-$(trailer Mpa-By)"
@{open}
