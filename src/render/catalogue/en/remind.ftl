## remind: texts to send, reminders and invitations

# The header and what is around
remind-to = To:{ " " }
remind-subject = Subject:{ " " }
remind-no-address = { $person } (address not known)
remind-to-fill = (to be filled in)
remind-nothing = Nobody to remind today.
remind-hello = Hello { $person },
remind-hello-team = Hello to all the organisers,
remind-thanks = Thank you for your help!
remind-sign = The organisers of { $campaign }
remind-contact = A question? { $contact }
remind-in-days = { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }
remind-days-ago = { $days ->
        [1] yesterday
       *[other] { $days } days ago
    }

# Your tasks
remind-subject-ending = “{ $task }” is yours until { $until }
remind-subject-ended = “{ $task }”: how is it going?
remind-subject-claims = { $campaign }: your { $count } tasks
remind-claim-ending = “{ $task }” ({ $id }, project { $project }, budget { $budget }) is yours until { $until }: { $when }.
remind-claim-ended = “{ $task }” ({ $id }, project { $project }, budget { $budget }) was yours until { $until }: { $when }. As long as nobody else has claimed it, you can still close or renew it.
remind-spent = Time you noted: { $spent }. Thank you!
remind-close = Is it done? `mpa close { $id }`
remind-renew = Do you need more time, until { $until }? `mpa renew { $id }`
remind-release = Will you not manage? Never mind, somebody will go on: `mpa release { $id } --handover "what is done, what is left"`
remind-push = Then, to send: { $command }
remind-no-git = No computer at hand? Answer this message, and we will note it for you.
remind-answer = How is it going? Answer this message: “it is done” (with a link or a sentence that shows the result), “I need more time”, or “I leave it to somebody else”. We will note it for you.

# What nobody claimed
remind-subject-tasks = { $campaign }: { $count ->
        [one] { $count } task waits for somebody
       *[other] { $count } tasks wait for somebody
    }
remind-subject-projects = { $campaign }: { $count ->
        [one] a project needs you
       *[other] { $count } projects need you
    }
remind-tasks = { $count ->
        [one] A task waits for somebody:
       *[other] { $count } tasks wait for somebody:
    }
remind-task = “{ $task }” ({ $id }, project { $project }, { $budget }): due { $due }, { $when }; nothing has happened to it since { $since }.
remind-tasks-more = … and { $count } more: `mpa tasks list`
remind-invite = To invite somebody, with a text ready to send: `mpa remind --invite { $id }`
remind-promised = “{ $deliverable }” is promised for
remind-promised-nothing = the deadline is
remind-project-quiet = In the project { $project }, nothing has happened since { $since } and nobody holds a task, while { $promised } { $due } ({ $when }). Tasks to be done: { $left }.
remind-project-no-lead = The project { $project } has no lead (tasks to be done: { $left }). Who could answer for it? `mpa projects edit { $slug } --lead HANDLE`
remind-subject-requests = { $campaign }: { $count ->
        [one] a request waits for a decision
       *[other] { $count } requests wait for a decision
    }
remind-requests = { $count ->
        [one] A request has been waiting for over two working days:
       *[other] { $count } requests have been waiting for over two working days:
    }
remind-review = To review them, ten seconds each: `mpa review`

# Inviting
invite-not-open = “{ $task }” ({ $id }) cannot be claimed now: there is no use in inviting somebody.
invite-subject = { $budget } to help { $campaign }: “{ $task }”
invite-hello = Hello,
invite-task = { $campaign } looks for somebody for a precise task: “{ $task }” ({ $id }).
invite-facts = Budget: { $budget }, { $place }, due { $due } ({ $when }).
invite-facts-late = Budget: { $budget }, { $place }, as soon as possible (it was due { $due }).
invite-skills = Good to know about: { $skills }.
invite-why = What it is for: to prepare “{ $deliverable }”, promised by the project { $project }.
invite-why-project = What it is for: to bring the project { $project } forward.
invite-done-when = It is done when: { $condition }
invite-resources = To help you:
invite-resource = { $label }: { $link }
invite-write = To claim it without installing anything: write to { $contact } “I claim { $id }”, with a handle of your choice (it will be public). We note it for you; once it is done, send the result and the time spent to the same place.
invite-answer = To claim it without installing anything: answer this message “I claim { $id }”, with a handle of your choice (it will be public). We note it for you; once it is done, answer again, with the result and the time spent.
invite-git = With git and mpa:
invite-start = The first time: `{ $command }`
invite-start-fetched = Or without installing mpa, with uv (https://docs.astral.sh/uv): `{ $command }`
invite-read = To read it: `mpa tasks { $id }`
invite-claim = To claim it, until { $until }: `mpa claim { $id }`
invite-push = To send: { $command }

# Addresses
addresses-shared = Addresses are private: they must not lie in the folder of a campaign, where everybody could read them, as here { $path }.
addresses-unread = The file of addresses, { $path }, could not be read: { $cause }
hint-addresses = Keep them elsewhere, for instance in your configuration folder, and unset MPA_ADDRESSES or give it the new path.
note-addresses-create = Addresses are missing. For mpa to add them, make the file { $path }, a line a person: `lampe-77 = "lampe@example.org"`
note-addresses-add = Addresses are missing. For mpa to add them, complete the file { $path }, a line a person: `lampe-77 = "lampe@example.org"`
