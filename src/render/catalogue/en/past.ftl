# Looking back.

past-evening = On the evening of { $day } (commit { $commit }).
past-commit = In commit { $commit }, of { $day }.
past-elsewhere = In commit { $commit }, of { $day }, which is not in the history of { $main }.
past-to-come = { $day } is not over yet: today is { $today }.
past-before-first = There was nothing yet on { $day }: the first commit is of { $first }.
past-shallow = This copy knows the past only since { $since }: nothing here says how it was on { $day }.
past-nothing = “{ $found }” is neither a day nor a commit of this repository.
past-no-commit = Nothing is committed on { $branch } yet: there is no past.
hint-as-of = At the earliest: `--as-of { $day }`

# What happened.

history-told = { $said } ({ $commit })
history-told-by = { $said } (by { $by }, { $commit })
history-known-since = This copy knows the past only since { $day }. To have all of it: `git fetch --unshallow`
history-nothing = Nothing is committed yet.
