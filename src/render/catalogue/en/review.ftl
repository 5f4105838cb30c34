## review: what a request changes, and what the rules say of it

# What happened, a sentence each
told-task-added = New task: “{ $what }” ({ $budget }), in { $project }
told-claimed = { $person } claims “{ $what }” ({ $budget }, due on { $due })
told-claimed-for = { $person } claims “{ $what }” ({ $budget }, due on { $due }), recorded by { $recorder }
told-until = { $said }, until { $until }
told-renewed = { $person } renews “{ $what }” until { $until }
told-released = { $person } releases “{ $what }”
told-record-time = { $person } notes in their own name the time spent on “{ $what }” ({ $time })
told-record-word = { $person } leaves word about “{ $what }” to whoever goes on
told-record-empty = { $person } notes that they claimed “{ $what }” and gave it back
told-time-logged = { $person } logs { $to } on { $day } for “{ $what }”
told-time-changed = { $person } corrects their time of { $day } for “{ $what }”: { $to } instead of { $from }
told-handover = { $person } writes what is left to do in “{ $what }”
told-record-altered = What is noted for { $person } in “{ $what }” is changed afterwards
told-record-erased = What is noted for { $person } in “{ $what }” disappears
told-closed = { $person } closes “{ $what }”; evidence: { $evidence }
told-closing-altered = The end of “{ $what }”, by { $person }, is changed afterwards
told-closing-erased = The end of “{ $what }”, by { $person }, disappears
told-redacted = Personal data disappears from what { $person } wrote in “{ $what }”
told-sent-back = { $person } sends “{ $what }” back: { $reason }
told-reopened = { $person } reopens “{ $what }”: { $reason }
told-cancelled = { $person } cancels “{ $what }”: { $reason }
told-task-deleted = The file of “{ $what }” disappears, or changes its id or project
told-published = “{ $what }” is a draft no more: the task is offered to everybody
told-unpublished = “{ $what }” becomes a draft again
told-budget-changed = “{ $what }”: budget { $to } instead of { $from }
told-field-changed = “{ $what }”, { $field }: “{ $from }” becomes “{ $to }”
told-field-added = “{ $what }”, { $field }: “{ $to }” is added
told-field-removed = “{ $what }”, { $field }: “{ $from }” is taken away
told-field = “{ $what }”, { $field }: changed
told-unknown-key = “{ $what }”, unknown key { $key }: added, changed or taken away
told-left-over = “{ $what }”: { $key } changes, and nothing that was done explains it
told-polled = “{ $what }” had { $votes } of { $of } votes, on { $day }
told-delivered = “{ $what }” delivers { $deliverable }; evidence: { $evidence }
told-joined = { $what } joins the project { $project }
told-left = { $what } leaves the project { $project }
told-project-added = New project: “{ $what }”
told-project-deleted = The project “{ $what }” disappears
told-theme-added = New theme: “{ $what }”
told-theme-deleted = The theme “{ $what }” disappears
told-person-added = New people file: { $what }
told-person-deleted = The people file of { $what } disappears
told-person-replaced = { $person } is forgotten: the handle becomes { $name } everywhere
told-reformatted = “{ $what }”: comments or layout changed, not what it means
told-file-renamed = “{ $what }”: the file { $from } is now called { $to }
told-file-moved = “{ $what }” is in the file { $to } of the shared branch by now
told-unreadable = The file { $path } cannot be read
excess-files = More than { $most } files change: too many to be read one by one
excess-folders = More than { $most } folders change: too many to be opened one by one
excess-changes = More than { $most } changes: too many to be read one by one
excess-names = More than { $most } names to be looked up: too many to be followed one by one
excess-commits = More than { $most } commits to go through: too many to be read one by one
excess-bytes = More than { $most } MiB to be read, large files counting for more: too much for one request
excess-folder-bytes = Folders of more than { $most } MiB: too much to be gone through
excess-commit-bytes = A commit of more than { $most } MiB: too much to be read
excess-depth = More than { $most } folders within each other, or a name that is too long
told-revealing = “{ $what }” tells something personal
told-unsound = “{ $what }” would hold an error
told-conflicting = “{ $what }” changed on the shared branch too: merging will stop at a conflict
told-merged-wrongly = “{ $what }” changed on the shared branch too: merging would pass silently and mix the two
told-id-taken = “{ $what }” has an id that is taken
told-odd-added = Link, submodule or executable: { $path }
told-file-added = File added: { $path }
told-file-changed = File changed: { $path }
told-file-deleted = File deleted: { $path }
told-mode-changed = Mode changed: { $path }
told-with-text = { $said }: “{ $quote }”

# The request
review-head = { $head } → { $base }
review-number = request #{ $number }
review-commits =
    { $count ->
        [one] { $count } commit
       *[other] { $count } commits
    }
review-by-login = by { $person }, login “{ $login }” of the forge
review-by-key = by { $person }, whose key signed every commit
review-by-newcomer = by { $person }, whose first request this is (login “{ $login }” of the forge)
review-unknown-login = unverified author: login “{ $login }” of the forge; { $reason }
review-unsigned = unverified author: no login of the forge is given (--author), and not every commit is signed by a known key
review-several-signers = unverified author: the commits are not all signed by one person
review-empty = Nothing to merge: the shared branch has it all.
review-more =
    { $count ->
        [one] … and { $count } more change, shown by `--format json`
       *[other] … and { $count } more changes, shown by `--format json`
    }
review-rule = { $reason } (rule { $rule })
review-merge-clean = Merging: no conflict.
review-merge-conflict = Merging: conflict in { $paths }.
review-lost-race = Lost race: “{ $task }” was claimed meanwhile by { $person }.
review-verdict-routine = Routine request: may be merged unread.
review-verdict-needs = This request needs an organiser.
review-verdict-refused = Refused request: to be mended before merging.
review-verdict-lost = Refused request: the race is lost. It may be closed, with thanks.
review-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
verdict-routine = routine
verdict-needs-organiser = needs an organiser
verdict-refused = refused
verdict-empty = done already
review-no-campaign = The commit { $commit } has no campaign: { $path } is missing there or is no plain file.
review-too-many = There are more than { $most } tasks: more than any campaign has.
review-campaign-deleted = The file of the campaign disappears.
review-unreadable-deleted = This file cannot be read on the shared branch already, and the request deletes it with all it keeps: it is to be repaired, not deleted.
review-unrelated = { $base } and { $head } have no commit in common: nothing can be compared.
review-shared-branch = { $main } is the shared branch itself, as the rules here say: that is no request.
review-no-main = The shared branch { $main } is not known here.
review-no-commit = { $name } is neither a branch nor a commit known here.
review-task = “{ $found }” is a task, “{ $task }”, and nothing of that name is to be reviewed. A request is read by its branch or its number.
review-no-request = Request #{ $number } is not known here: it has to be fetched first.

# The queue of requests
queue-none = No request is waiting.
queue-fetch = To fetch those of the forge: `{ $command }`
queue-summary = { $requests } · { $refused } · { $needs } · { $routine }
queue-requests =
    { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
queue-routine = { $count } routine
queue-needs =
    { $count ->
        [one] { $count } needs an organiser
       *[other] { $count } need an organiser
    }
queue-refused = { $count } refused
queue-besides = also: { $others }
queue-same-task = same task as { $others }
queue-waiting = since { $day }
queue-waiting-long = since { $day }, over two working days
queue-group-refused = Refused
queue-group-needs = To be decided
queue-group-routine = Routine
queue-unreadable = { $head } cannot be read: { $cause }
queue-open = To read one: `mpa review { $head }`
ask-request = Which one to open?
review-details = Details
heading-verdict = Verdict
heading-change = Change
heading-place = Place
heading-request = Request
heading-gravity = Severity
heading-finding = Finding
sentence-end = { ". " }
review-author-of-what = --author says who sent a request, and no request is given. For example: `mpa review 12 --author lampe-77`
review-notes-of-what = The formats github and gitlab note on the lines of a request, and no request is given. For example: `mpa review 12 --format github`
heading-refused = Refused
heading-needs-organiser = Needs an organiser
heading-routine = Routine
queue-with-since = { $sentence }, { $since }
queue-mark-same-task = same task as another request
queue-mark-unverified = unverified author
queue-mark-long = waiting for over two working days

# mpa alone, for an organiser
rounds-ending =
    { $count ->
        [0] No claim ends soon.
        [one] { $count } claim to follow up
       *[other] { $count } claims to follow up
    }
rounds-needy =
    { $count ->
        [0] No project is neglected.
        [one] { $count } project needs somebody
       *[other] { $count } projects need somebody
    }
rounds-ends = until { $day }
rounds-ended = ended on { $day }
rounds-quiet = nothing since { $since }, { $promised } due on { $due }
rounds-quiet-deadline = nothing since { $since }, deadline { $due }
rounds-no-lead = no lead
rounds-more = … and { $count } more
rounds-own = For you: { $mine ->
        [one] { $mine } task held
       *[other] { $mine } tasks held
    }; open: { $open } (`mpa tasks list`)

# The fields
field-title = title
field-done-when = “done when”
field-created = day of creation
field-deliverable = deliverable
field-skills = skills
field-where = place
field-due = due day
field-after = tasks to be done first
field-contact = contact
field-description = description
field-resources = resources
field-theme = theme
field-idea = idea
field-summary = summary
field-needs = needs
field-leads = leads
field-ended = end
field-poll = poll
field-deliverables = deliverables
field-question = question
field-ideas = ideas
field-forge = login of the forge
field-keys = keys
field-promotion = class
field-name = name
field-language = language
field-timezone = time zone
field-started = first day
field-deadline = deadline
field-organisers = organisers
field-also = what anyone can do
field-claims = rules of claims
field-tasks = rules of tasks
field-workflow = workflow
field-past = past campaigns
field-other = a field

review-routine = { $count } routine
review-needs =
    { $count ->
        [one] { $count } needs an organiser
       *[other] { $count } need an organiser
    }
review-refused = { $count } refused
