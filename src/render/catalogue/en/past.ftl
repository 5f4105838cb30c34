# Looking back.

past-evening = On the evening of { $day } (commit { $commit }).
past-commit = In commit { $commit }, from { $day }.
past-elsewhere = In commit { $commit }, from { $day }, which is not in the history of { $main }.
past-to-come = { $day } is not over yet: today is { $today }.
past-before-first = There was nothing yet on { $day }: the first commit dates from { $first }.
past-shallow = This copy knows the past only since { $since }: nothing here says how it was on { $day }.
past-nothing = “{ $found }” is neither a day nor a commit of this repository.
past-no-commit = Nothing is committed on { $branch } yet: there is no past.
hint-as-of = At the earliest: `--as-of { $day }`

# What happened.

history-told = { $said } ({ $commit })
history-told-by = { $said } (by { $by }, { $commit })
history-told-by-both = { $said } (by { $by }, git author { $author }, { $commit })
history-known-since = This copy knows the past only since { $day }. To have all of it: `git fetch --unshallow`
history-nothing = Nothing is committed yet.

# The week in one text.

report-title = { $campaign } — { $countdown }
report-span = From { $since } to { $until }. Deadline: { $deadline }.
report-finished = { $count ->
    [0] Finished
    [one] Finished: 1 task
   *[other] Finished: { $count } tasks
}
report-nothing-finished = No task was finished in these days.
report-task-done = “{ $task }”, by { $person } ({ $project })
report-task-done-in = “{ $task }”, by { $person }, in { $time } ({ $project })
report-with-result = { $said }. Result: { $result }
report-deliveries = Delivered
report-delivered = “{ $deliverable }” ({ $project })
report-first-delivered = First deliverable of { $project }: “{ $deliverable }”
report-late-heading = Late
report-late = “{ $deliverable }” ({ $project }), due on { $day }
report-sent-back-heading = To be done again
report-sent-back = “{ $task }” ({ $id }): { $reason }
report-joined-heading = Who joined a project
report-joined = { $person } joined { $project } on { $day }
report-free-heading = Still free, due by { $day }
report-free = “{ $task }” ({ $project }, { $budget }, due on { $day }): { $id }
report-how = To take one: `mpa claim { $id }`
report-requests = { $count ->
    [one] 1 request waits for the organisers
   *[other] { $count } requests wait for the organisers
}
report-progress-heading = Progress
report-progress = { $name }: { $done } of { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}, { $left } left
report-more = And { $count } more.
report-contact = A question, a wish to help?
