## lint: what is wrong with the data as a whole

lint-no-organiser = No organiser is named, so everyone may decide everything. At least one handle is needed.
lint-no-contact = There is no contact address: volunteers will not know whom to write to. One is needed, of a role rather than of a person.
lint-no-such-theme = No readable file in data/themes is called “{ $theme }”. The short name of a theme is needed.
lint-no-first-deliverable = No deliverable is marked as the first. Add first = true to the one promised for the deadline.
lint-several-first-deliverables = { $count ->
        [one] { $count } deliverable is
       *[other] { $count } deliverables are
    } marked first = true: only one should be.
lint-no-such-project = This task is filed under the project “{ $project }”, which has no readable file in data/projects.
lint-no-such-deliverable = The project “{ $project }” has no deliverable “{ $deliverable }”. The short name of one of its deliverables is needed.
lint-no-such-task = No task has the id { $id }. The id of a task that exists is needed.
lint-large-budget = The budget is { $found }, more than { $expected }, the most for one task: better split it into several.
lint-over-budget = { $spent } are spent on it already, { $more } more than its budget ({ $budget }): better split the task, or set another budget: `mpa tasks edit { $id } --budget TIME`
lint-future-day = The date { $day } is still to come: nothing is noted beyond tomorrow.
lint-early-day = The date { $day } is too early: nothing can have happened to this task before { $first }.
lint-due-before-created = The due day, { $due }, comes before the day the task was written down, { $created }.
lint-long-claim = This task is held until { $until }, although it can be claimed until { $last } at the latest.
lint-renewed-often = The number of renewals of this claim is { $renewed }, and the most allowed is { $most }.
lint-joined-nowhere = The project “{ $project }” has no readable file in data/projects. Correct this name, or remove the line.
lint-held-twice = Several people hold this task at once, { $people }: there should be one only. { $order }
lint-first-known = On the main branch { $first } came first, and keeps the task. { $second } came after, and types: `{ $command }`
lint-first-unknown = The git history does not tell who came first: agree among yourselves, and whoever gives way types: `{ $command }`
lint-done-and-cancelled = This task is both done and cancelled: it has to be one or the other.
lint-draft-claimed = This task was claimed although it is a draft. Remove draft = true if it is ready.
lint-done-while-held = { $person } finished this task while { $holder } had claimed it (until { $until }): perhaps nobody told them. Tell both; if the result is good, there is nothing else to do.
lint-done-without-claim = This task was done by { $person }, who never claimed it, so the time spent is not counted.
lint-shown-nowhere = The result shown is { $found }, and the last commit does not hold it. Add the file if it is missing, or ask for another result: `mpa send-back`
lint-circle = These tasks wait for each other in a circle, and none can ever start: { $circle }. One of these waits has to go.
lint-over-limit = { $person } holds { $held ->
        [one] { $held } task
       *[other] { $held } tasks
    } at once, and the limit is { $limit }.
lint-one-organiser = { $person } is the only organiser: when they are away, nobody merges. Name a second one: organisers = ["{ $person }", "OTHER-HANDLE"]
lint-no-login = { $person } may decide here, but no file says which { $forge } account is theirs: whoever has the account “{ $person }” there would pass for them. { $person } adds a line to data/people/{ $person }.toml, for example: forge = "{ $person }"
lint-vague-title = “{ $found }” does not say what there is to do. A precise title is needed, such as “Put the list of tasks online”.
lint-personal-email = Everybody would read the e-mail address { $found }, for ever. Take it out: the place for the address of a role is contact.
lint-personal-phone = Everybody would read the telephone number { $found }, for ever. Take it out, and give it to those concerned by e-mail.
redact-personal-email = Everybody would read the e-mail address { $found }, for ever: the place for the address of a role is contact. To take it out, an organiser or a lead types: `{ $command }`
redact-personal-phone = Everybody would read the telephone number { $found }, for ever: better give it to those concerned by e-mail. To take it out, an organiser or a lead types: `{ $command }`
lint-alike-people = The handles { $found } and { $other } are easily taken for each other. If they are one person, keep one of them; if not, change one.
lint-alike-projects = The short names { $found } and { $other } are easily taken for each other. If they are one project, keep one of the files; if not, change one of the names.
lint-alike-themes = The short names { $found } and { $other } are easily taken for each other. If they are one theme, keep one of the files; if not, change one of the names.
lint-same-title = The project { $other } has this title too: “{ $found }”. Say what sets the two apart, for example “{ $found }: the website”.
lint-same-task-title = The task { $other } of the same project has this title too: “{ $found }”. Say in the title what sets the two apart, or cancel the one too many.
lint-same-login = This login of the forge is { $person }’s already. A login belongs to one person: take it out of one of the two files.
lint-same-key = This key is { $person }’s already. A key belongs to one person: take it out of one of the two files.
