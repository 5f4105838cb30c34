export LC_ALL=C
# What stands under a heading of the form. Everything below reads the text of the issue, and never runs it.
answer() {
  printf '%s\n' "$BODY" | tr -d '\r' | HEADING="### $1" awk '
    $0 == ENVIRON["HEADING"] && !seen { on = 1; seen = 1; next }
    /^### / { on = 0 }
    on && ($0 != "_No response_") { print }' | sed -e 's/[[:space:]]*$//' | sed -e '/./,$!d'
}
# What the tool said, as a block of code: nothing in it is Markdown, calls anybody or is a link.
quoted() {
  printf '%s\n\n' "$1"
  head --bytes=4000 "$RUNNER_TEMP/said.txt" | { iconv --from-code=UTF-8 --to-code=UTF-8 -c || true; } | sed -e 's/^/    /'
}
# A refusal is an answer; a tool that does not get that far is a failure, too.
refused() {
  quoted "$SAY_REFUSED" > "$RUNNER_TEMP/answer.md"
  case "$1" in
    1 | 2 | 4) exit 0 ;;
    *) exit "$1" ;;
  esac
}
header="Authorization: Basic $(printf 'x-access-token:%s' "$GH_TOKEN" | base64 -w0)"
with_token() {
  GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader GIT_CONFIG_VALUE_0="$header" git "$@"
}
