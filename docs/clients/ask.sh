#!/bin/sh
# Asks docent one question over HTTP (Debian: curl, jq).
#
#     ask.sh http://127.0.0.1:8080 "who is Cheng Fang"
#
# Prints the answer and the fact it stands on; exits with 1 if it was not answered, with 2 if there was an error.
[ $# -eq 2 ] || { echo "usage: $0 http://HOST:PORT QUESTION" >&2; exit 2; }
reply=$(jq -n --arg text "$2" '{type: "ask", text: $text}' |
  curl -sS --retry 3 -H 'Content-Type: application/json' --data-binary @- "$1/api/ask") || exit 2
case $(printf %s "$reply" | jq -r .type) in
  answer) printf %s "$reply" | jq -r '.text, (.facts[] | "  \(.id): \(.says)")' ;;
  *) printf %s "$reply" | jq -r '"\(.code): \(.message)"' >&2; exit 2 ;;
esac
[ "$(printf %s "$reply" | jq -r .status)" = answered ]
