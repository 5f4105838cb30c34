# The branch carries the name of this one request, so nobody's work is replaced but an earlier try of its own.
if ! with_token push --quiet --force origin "HEAD:refs/heads/$branch" 2> "$RUNNER_TEMP/push.txt"; then
  printf '%s\n' "$SAY_NOT_SENT" > "$RUNNER_TEMP/answer.md"
  exit 1
fi
open="$(gh pr list --repo "$REPOSITORY" --head "$branch" --state open --json number | jq length)"
if [ "$open" = 0 ]; then
  gh pr create --repo "$REPOSITORY" --base "$MAIN" --head "$branch" --title "$(git log -1 --format=%s)" \
    --body "$SAY_FROM #$NUMBER" > /dev/null || {
      printf '%s\n\n    %s\n' "$SAY_OPEN_BY_HAND" "$branch" > "$RUNNER_TEMP/answer.md"
      exit 0
    }
fi
quoted "$SAY_PROPOSED" > "$RUNNER_TEMP/answer.md"
