@{api}
if [ -s "$RUNNER_TEMP/answer.md" ]; then
  jq -n --rawfile body "$RUNNER_TEMP/answer.md" '{body: $body}' | api POST "issues/$NUMBER/comments" > /dev/null
fi
if [ "$DONE" = yes ]; then
  printf '{"state": "closed"}' | api PATCH "issues/$NUMBER" > /dev/null
fi
