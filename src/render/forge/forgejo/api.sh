command -v jq > /dev/null || { apt-get update -qq && apt-get install -qq -y jq > /dev/null; }
api() {
  curl --fail --silent --show-error --request "$1" --header "Authorization: token $GH_TOKEN" \
    --header 'Content-Type: application/json' --data @- "$SERVER/api/v1/repos/$REPOSITORY/$2"
}
