## progress: what is left, the pace, what needs attention

week-spent = { $spent } noted
week-done = { $done } of tasks done, { $spent }

# The pace
pace-too-few = Too little to foresee the end: { $count ->
    [0] nothing done since { $since }
    [one] only one task done since { $since }, it takes { $needed }
   *[other] { $count } tasks done since { $since }, it takes { $needed }
}.
pace-too-early = Too little to foresee the end: { $count ->
    [one] only one day of work
   *[other] { $count } days of work
} so far.
pace-basis-weeks = If the weeks to come are like the last { $count }
pace-basis-days = If the days to come are like the last { $count }
pace-forecast = { $basis } ({ $tasks ->
    [one] { $tasks } task done
   *[other] { $tasks } tasks done
} since { $first }), { $range }. { $verdict }
pace-forecast-late = { $basis } ({ $tasks ->
    [one] { $tasks } task done
   *[other] { $tasks } tasks done
} since { $first }), { $range }.
pace-between = what is due will be done between { $earliest } and { $latest }, { $times } times in 10
pace-on = what is due will be done on { $day }
pace-from = what is due will be done on { $earliest } at the earliest, and perhaps not within six months
pace-beyond = what is due will not be done within six months
pace-in-time = That would be in time.
pace-amid = The deadline, { $day }, may be met or missed.
pace-too-late = That would be after the deadline, { $day }: it takes more hands, or less to do.
pace-chain = What decides the end: { $count } tasks one after the other, { $time } in all, beginning with “{ $first }” ({ $chain }).
pace-weeks = Done in the last { $count } weeks: { $row } ({ $most } at best).
pace-active = { $count ->
    [0] Nobody moved anything forward in { $days } days.
    [one] One person active { $days ->
        [one] today
       *[other] in { $days } days
    }.
   *[other] { $count } people active { $days ->
        [one] today
       *[other] in { $days } days
    }.
}
real = Time taken: { $count ->
    [one] the finished task with time noted took { $spent } for { $planned } planned.
   *[other] the { $count } finished tasks with time noted took { $spent } for { $planned } planned.
}
real-over = Time taken: { $count ->
    [one] the finished task with time noted took { $spent } for { $planned } planned, more than its budget.
   *[other] the { $count } finished tasks with time noted took { $spent } for { $planned } planned; { $over ->
        [one] one took more than its budget.
       *[other] { $over } took more than their budget.
    }
}

# What needs attention
column-attention = TO SEE TO
attention = Needs attention: { $reasons }.
attention-first-late = first deliverable late
attention-to-deliver = first deliverable to be handed over
attention-late = { $count ->
    [one] one task late
   *[other] { $count } tasks late
}
attention-quiet = nothing moved for { $days } days
attention-waits = waits for { $id }
attention-none-free = no free task left
attention-no-task = no task yet
attention-no-lead = without a lead

# Since a day
since = Since { $day }: { $gain }.
since-project = { $project }: { $gain }
since-tasks = { $count ->
    [one] +{ $count } task
   *[other] +{ $count } tasks
}
since-hours = +{ $time }
since-first = { $count ->
    [one] { $count } first deliverable
   *[other] { $count } first deliverables
}
since-delivered = { $count ->
    [one] { $count } other deliverable
   *[other] { $count } other deliverables
}
since-nothing = nothing done
since-added = { $count ->
    [one] one task added
   *[other] { $count } tasks added
} ({ $time })

# The way, in one line or drawn
compact = { $project } { $countdown } { $bar } { $done }/{ $tasks } tasks, { $left }
compact-since = { $project } { $countdown } { $bar } { $done }/{ $tasks } tasks, { $left } ({ $gain })
compact-left = { $left } left
compact-nothing-left = nothing left
chart-today = today
chart-legend = { $done-mark } done ({ $done })   { $left-mark } to do ({ $left })   { $straight } straight on   { $deadline } deadline
output-same = { $path }: nothing has changed.
svg-empty = There is nothing to draw yet: no task.
svg-not-ours = { $path } is there already and is no drawing of mpa: nothing was replaced. Name another file.
markdown-project = Project
markdown-done = Tasks done
markdown-bar = Progress
markdown-hours = Planned time
markdown-left = Left for the deadline
markdown-later = Later
markdown-spent = Time spent
markdown-first = First deliverable
markdown-due = Next due
markdown-attention = To see to
markdown-since = Since { $day }
