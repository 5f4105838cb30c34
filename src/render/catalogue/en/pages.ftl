## pages: what lists, task pages and progress show

and = and
colon = { ": " }
semicolon = { "; " }

# States and places
status-open = open
status-claimed = claimed
status-blocked = waiting for another
status-draft = draft
status-done = done
status-cancelled = cancelled
status-sent-back = sent back
state-claimed = claimed by { $person } until { $day }
state-own = yours until { $day }
state-done = done by { $person } on { $day }
state-blocked = waiting for { $others }
state-pending = taken by { $people }, to be approved, since { $day }
state-pending-closing = done by { $people } on { $day }, to be approved
state-hearsay = an unverified request says: taken by { $people }, since { $day }
state-hearsay-closing = an unverified request says: done by { $people } on { $day }
state-own-pending = taken, to be approved
state-own-pending-closing = done, to be approved
other-people = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
state-expired = expired ({ $person }, { $day })
place-remote = remote
place-either = remote or on site
place-on-site = on site
place-on-site-in = on site: { $place }

# Lists
column-id = TASK
column-title = TITLE
column-project = PROJECT
column-time = TIME
column-due = DUE
column-state = STATE
column-slug = SHORT NAME
column-theme = THEME
column-tasks = TASKS
column-leads = LEADS
column-hours = BUDGET
column-first-deliverable = FIRST DELIVERABLE
column-next-due = NEXT DUE
column-poll = VOTES
column-campaign = CAMPAIGN
column-started = BEGAN
column-projects = PROJECTS
list-count = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
list-cut = { $shown } of { $count } tasks
list-hint = · To read one: `mpa tasks { $id }`
list-empty = No task matches. To see them all: `mpa tasks list --all`
list-nearest = Nothing fits in that time; these come nearest:
list-nearest-aside = Nothing fits this time: the tasks of this list are the nearest (fits = false).
list-overdue = ! before a day: the task is overdue.
projects-empty = No project yet. To add one: `mpa projects add`
projects-hint = To read one: `mpa projects show { $slug }`
themes-empty = No theme yet. To add one: `mpa themes add`

# The page of a task
fact-project = Project
fact-deliverable = Deliverable
fact-budget = Budget
fact-spent = Time spent
fact-due = Due
due-past = ! { $day }: overdue
fact-where = Where
fact-skills = Skills
fact-done-when = Done when
fact-after = After
fact-theme = Theme
fact-idea = Idea
fact-leads = Leads
fact-joined = Who joined
fact-needs = Needs
fact-poll = Vote
fact-contact = Contact
fact-ended = Ended on
heading-resources = Resources
heading-history = What happened
heading-ideas = Ideas
theme-ideas-hint = To make a project of an idea: `mpa projects add --theme { $theme } --title "…" --idea "…"`
heading-projects = Projects
poll = { $votes } votes of { $of }, on { $day }
no-time-noted = no time noted
history-sent-back = Sent back by { $person } on { $day }: { $reason }
history-reopened = Reopened by { $person } on { $day }: { $reason }
history-held = Claimed by { $person } on { $since }, until { $until } ({ $spent }){ $renewed ->
    [0] { "." }
    [one] , renewed once.
   *[other] , renewed { $renewed } times.
}
history-taken = Claimed by { $person } on { $since } ({ $spent }).
history-asked = In your request: claimed from { $since } to { $until } ({ $spent }).
history-released = Claimed by { $person } on { $since }, released on { $until } ({ $spent }).
history-expired = Claimed by { $person } on { $since }; it expired on { $until } ({ $spent }).
history-handover = A word from { $person }: { $text }
history-done = Done by { $person } on { $day }. Evidence: { $evidence }
history-note = Note: { $text }
history-cancelled = Cancelled by { $person } on { $day }: { $reason }
next-claim = To claim it (it would be yours until { $until }):
next-pending-mine = This is under review: all that is left is to wait for the organisers to approve it.
next-pending-unsent = It is ready, but on this computer only so far. To send it to the organisers:
next-pending = It is already taken in a request that the organisers still have to approve. Better choose another one (`mpa tasks list`). To take it all the same:
next-mine = It is yours. Once it is done:
next-claimed = It is claimed: nothing to do for now.
next-blocked = { $count ->
    [one] It waits for another task to be done.
   *[other] It waits for { $count } other tasks to be done.
}
next-draft = It is a draft, not offered yet.
next-done = It is done: thank you!
next-cancelled = It is cancelled: nothing to do.
next-contact = A question? Write to { $contact }

# Progress
heading-deadline = ({ $day })
total = Together
hours-of = { $done } of { $of }
deliverable-none = no deliverable
deliverable-delivered = delivered on { $day }
deliverable-ready = all done, to be delivered
deliverable-under-way = { $done }/{ $tasks } tasks
deliverable-line = { $title } (due { $due }): { $state }
deliverable-line-late = { $title } (! overdue since { $due }): { $state }
outlook = { $left } left in { $days ->
    [one] { $days } day
   *[other] { $days } days
}: { $weekly } a week; last week: { $last }.
outlook-empty = No task yet.
outlook-week = { $left } left in { $days ->
    [one] { $days } day
   *[other] { $days } days
}; last week: { $last }.
outlook-done = Nothing left to do; last week: { $last }.
outlook-late = { $left } left, and the deadline is past; last week: { $last }.
outlook-done-so-far = Nothing left to do for the deadline; last week: { $last }.
outlook-later = Later: { $left }, for { $day }.
outlook-later-first = Later: { $left }, of which { $first } for { $day }.

# mpa alone
today-total = { $tasks ->
    [one] { $done } of { $tasks } task done
   *[other] { $done } of { $tasks } tasks done
}, { $claimed } claimed
today-nothing-held = Hello { $person }! You hold no task at the moment.
today-who = To say who you are, once and for all: `git config --global mpa.handle your-handle`
today-mine = { $count ->
    [one] Hello { $person }! Your task:
   *[other] Hello { $person }! Your { $count } tasks:
}
today-open = { $count ->
    [one] { $count } open task:
   *[other] { $count } open tasks, the most urgent first:
}
today-open-for = { $count ->
    [one] { $count } open task:
   *[other] { $count } open tasks, what suits you best first:
}
today-nothing-open = No task is open today. To see them all: `mpa tasks list --all`
today-no-tasks = There is no task yet. To add one: `mpa tasks add`
today-hint = Read: `mpa tasks { $id }` · Claim: `mpa claim { $id }`
today-also = Without claiming a task, you can also:
today-unsent = { $count ->
    [one] { $count } commit is not sent yet: `mpa sync`
   *[other] { $count } commits are not sent yet: `mpa sync`
}
today-requests-unsent = { $count ->
    [one] One request is not sent yet: `mpa sync`
   *[other] { $count } requests are not sent yet: `mpa sync`
}
today-heard = You last heard of the others on { $day }. To receive: `mpa sync`

# The campaign, and those before it
campaign-days = From { $started } to { $deadline }.
campaign-until = Until { $deadline }.
campaign-result = { $tasks ->
    [0] no task done
    [one] { $tasks } task done
   *[other] { $tasks } tasks done
}, { $spent } of time noted, { $delivered ->
    [0] nothing delivered
    [one] { $delivered } deliverable delivered
   *[other] { $delivered } deliverables delivered
}
campaign-reached = So far: { $result }.
campaign-reached-over = The deadline has passed. What we did: { $result }.
campaign-becomes-past = What ends: “{ $campaign }”, from { $started } to { $deadline }: { $result }.
campaign-tasks-go-on = What goes on: { $tasks ->
    [0] no task to do
    [one] { $tasks } task to do
   *[other] { $tasks } tasks to do
}{ $held ->
    [0] { "" }
    [one] , { $held } of them claimed
   *[other] , { $held } of them claimed
}{ $drafts ->
    [0] { "" }
    [one] , and { $drafts } draft
   *[other] , and { $drafts } drafts
}.
campaign-projects-go-on = { $count ->
    [0] No project under way.
    [one] Project under way: { $projects }
   *[other] Projects under way: { $projects }
}
campaign-next-hint = To begin the next one: `mpa campaign next`
past-empty = There is no past campaign yet.
heading-past = Past campaigns
today-over = The campaign is over, thank you! Together: { $result }.
today-over-see = To see where each project stands: `mpa progress`

# Writing, checking
dry-run = Nothing was recorded: this was a trial run (--dry-run).
problems-more = { $count ->
    [0] The rest of the list is complete. To know more: `mpa check`
    [one] … and { $count } other problem. The rest of the list is complete. To see them all: `mpa check`
   *[other] … and { $count } other problems. The rest of the list is complete. To see them all: `mpa check`
}
severity-error = error
severity-warning = to look at
error-count = { $count ->
    [0] no error
    [one] { $count } error
   *[other] { $count } errors
}
warning-count = { $count ->
    [0] no warning
    [one] { $count } warning
   *[other] { $count } warnings
}
check-elsewhere = { $count ->
        [one] One more thing is wrong or to be looked at in files
       *[other] { $count } more things are wrong or to be looked at in files
    } that did not change. To see everything: `mpa check`
check-summary = { $tasks }: { $errors }, { $warnings }.

column-why = WHY
why-skill = needs { $skill }
why-joined = your project
why-first-deliverable = first deliverable
why-unblocks = { $count ->
    [one] another waits for it
   *[other] { $count } others wait for it
}
why-late = overdue since { $day }
why-due = due { $day }
why-never-taken = never taken

mine-until = yours until { $until } ({ $days ->
    [0] today
    [1] tomorrow
   *[other] { $days } days left
})
mine-ended = time ran out on { $until }
mine-time = { $spent } of { $budget }
mine-no-time = { $budget }, no time noted
mine-sent-back = { $person } sent it back: “{ $reason }”
mine-next = Finished? `mpa close { $id }` · To note time: `mpa log 30m { $id }`
mine-next-soon = Finished? `mpa close { $id }` · To renew: `mpa renew { $id }` · To release: `mpa release { $id }`
mine-next-last = Finished? `mpa close { $id }` · To release: `mpa release { $id }`
mine-next-ended = Finished? `mpa close { $id }` · To renew: `mpa renew { $id }` · To let it go: `mpa release { $id }`
mine-next-over = Finished? `mpa close { $id }` · To note time: `mpa log 30m { $id }` · To let it go: `mpa release { $id }`

# The campaign's time zone, for whoever is elsewhere
zone-of-town = { $town } time
zone-by-name = { $zone } time
list-zone = These days are in { $zone }.

# The columns of a spreadsheet
sheet-id = id
sheet-project = project
sheet-title = title
sheet-status = status
sheet-budget = budget
sheet-done-when = done when
sheet-due = due
sheet-deliverable = deliverable
sheet-skills = skills
sheet-where = where
sheet-place = place
sheet-resources = resources
sheet-contact = contact
sheet-after = after
sheet-description = description
sheet-created = created
sheet-holder = volunteer
sheet-spent = hours spent
sheet-evidence = result shown
sheet-month = month
sheet-person = person
sheet-hours = hours
sheet-minutes = minutes
sheet-total = Total

# What would become of a list
import-line = ROW
import-fate = WHAT BECOMES OF IT
import-column = { $heading } → { $field }
import-columns = Columns read: { $columns }
import-columns-left = Columns left out: { $columns }
import-new = new
import-new-due = new, due { $day }
import-draft = draft
import-draft-lacks = draft; missing: { $what }
import-there = already there ({ $id })
import-over-done = left out: done already
import-over-cancelled = left out: cancelled
import-wrong = to fix
import-row-problem = row { $line }: { $what }
import-more = { $count ->
        [one] … and one more row.
       *[other] … and { $count } more rows.
    }
import-count-new = { $count ->
        [0] nothing to add
        [one] 1 new
       *[other] { $count } new
    }{ $drafts ->
        [0] {""}
        [one] , of which 1 a draft
       *[other] , of which { $drafts } drafts
    }
import-count-there = { $count } already there
import-count-over = { $count } left out
import-count-wrong = { $count } to fix
import-lack-budget = budget
import-lack-done-when = “done when”
import-lack-resource = resource
