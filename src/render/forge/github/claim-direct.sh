sent=""
for attempt in 1 2 3 4 5 6 7 8; do
  with_token fetch --quiet --no-tags origin "+refs/heads/$MAIN:refs/remotes/origin/$MAIN"
  git checkout --quiet -B "$MAIN" "refs/remotes/origin/$MAIN"
  code=0
  mpa claim "$task" --as "@$LOGIN" --yes --quiet > "$RUNNER_TEMP/said.txt" 2>&1 || code=$?
  if [ "$code" -ne 0 ]; then
    refused "$code"
  fi
  if with_token push --quiet origin "HEAD:refs/heads/$MAIN" 2> "$RUNNER_TEMP/push.txt"; then
    sent=yes
    break
  fi
  # Somebody else sent at the same moment: begin again on what they sent. Anything else does not get better by waiting.
  if ! grep -qE 'fetch first|non-fast-forward|cannot lock ref|failed to update ref' "$RUNNER_TEMP/push.txt"; then
    break
  fi
  sleep "$((RANDOM % (attempt * 3) + 1))"
done
if [ -z "$sent" ]; then
  printf '%s\n' "$SAY_NOT_SENT" > "$RUNNER_TEMP/answer.md"
  exit 1
fi
quoted "$SAY_DONE" > "$RUNNER_TEMP/answer.md"
echo "done=yes" >> "$GITHUB_OUTPUT"
