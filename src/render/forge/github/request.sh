# The request comes as git objects under a name of their own. No file of it is ever checked out, so none can run.
header="Authorization: Basic $(printf 'x-access-token:%s' "$TOKEN" | base64 -w0)"
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader GIT_CONFIG_VALUE_0="$header" \
  git fetch --quiet --no-tags --no-recurse-submodules origin "+$HEAD_REF:refs/mpa/head"
if [ "$(git rev-parse refs/mpa/head)" != "$HEAD_SHA" ]; then
  echo "$SAY_MOVED"
  exit 1
fi
