if [ -s "$RUNNER_TEMP/answer.md" ]; then
  gh issue comment "$NUMBER" --repo "$REPOSITORY" --body-file "$RUNNER_TEMP/answer.md"
fi
if [ "$DONE" = yes ]; then
  gh issue close "$NUMBER" --repo "$REPOSITORY"
fi
