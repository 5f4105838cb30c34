branch="mpa/proposal-$NUMBER"
git checkout --quiet -B "$branch" "refs/remotes/origin/$MAIN"
options=()
if [ -n "$link" ]; then
  options+=(--resource="$SAY_LINK=$link")
fi
if [ -n "$description" ]; then
  options+=(--description="$description")
fi
code=0
mpa tasks add --draft --here --yes --quiet --as="@$LOGIN" --project="$project" --title="$title" --budget="$budget" \
  --done-when="$done_when" "${options[@]}" > "$RUNNER_TEMP/said.txt" 2>&1 || code=$?
if [ "$code" -ne 0 ]; then
  refused "$code"
fi
@{open}
