# The branch carries the name of this one request, so nobody's work is replaced but an earlier try of its own.
if ! with_token push --quiet --force origin "HEAD:refs/heads/$branch" 2> "$RUNNER_TEMP/push.txt"; then
  printf '%s\n' "$SAY_NOT_SENT" > "$RUNNER_TEMP/answer.md"
  exit 1
fi
open="$(api GET "pulls?state=open&limit=50" < /dev/null | jq --arg branch "$branch" 'map(select(.head.ref == $branch)) | length')"
if [ "$open" = 0 ]; then
  jq -n --arg base "$MAIN" --arg head "$branch" --arg title "$(git log -1 --format=%s)" --arg body "$SAY_FROM #$NUMBER" \
    '{base: $base, head: $head, title: $title, body: $body}' | api POST pulls > /dev/null || {
      printf '%s\n\n    %s\n' "$SAY_OPEN_BY_HAND" "$branch" > "$RUNNER_TEMP/answer.md"
      exit 0
    }
fi
quoted "$SAY_PROPOSED" > "$RUNNER_TEMP/answer.md"
