branch="mpa/$task-$person"
git checkout --quiet -B "$branch" "refs/remotes/origin/$MAIN"
code=0
mpa claim "$task" --as "$person" --here --yes --quiet > "$RUNNER_TEMP/said.txt" 2>&1 || code=$?
if [ "$code" -ne 0 ]; then
  refused "$code"
fi
if [ "$(git rev-parse HEAD)" = "$(git rev-parse "refs/remotes/origin/$MAIN")" ]; then
  quoted "$SAY_DONE" > "$RUNNER_TEMP/answer.md"
  echo "done=yes" >> "$GITHUB_OUTPUT"
  exit 0
fi
@{open}
