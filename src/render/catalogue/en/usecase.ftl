## usecase: what each command answers

# A task: claim, renew, release, log, close
claim-done = Thank you, { $person }! “{ $task }” is yours until { $until } (budget: { $budget }).
claim-proposed = Thank you, { $person }! You ask to take “{ $task }” until { $until } (budget: { $budget }). It is not yours yet: it will be once the request has been accepted.
claim-done-for = Noted: “{ $task }” is claimed by { $person } until { $until } (budget: { $budget }).
claim-already-yours = Nothing to change: “{ $task }” is already claimed by { $person } until { $until } (budget: { $budget }).
claim-already-asked = Nothing to change: { $person } has asked for “{ $task }” already, until { $until } (budget: { $budget }).
claim-rival = “{ $task }” is already taken by { $person } since { $since }, to be approved by the organisers. If you take it too, only one of your two requests will be kept.
claim-rival-closing = “{ $task }” was already finished by { $person } on { $since }, to be approved by the organisers. If you take it now, your work may not be of use.
claim-hearsay = For your information: a request ({ $request }) says that { $person } claimed “{ $task }” on { $since }. Nothing of it is accepted, and nothing tells who wrote it. To read it: { $command }
claim-hearsay-closing = For your information: a request ({ $request }) says that { $person } finished “{ $task }” on { $since }. Nothing of it is accepted, and nothing tells who wrote it. To read it: { $command }
renew-done = Noted: “{ $task }” is claimed until { $until }.
renew-at-most = Nothing to renew: “{ $task }” is already claimed until { $until }. How long follows from the rules of the campaign and the deadline.
renew-asked = Nothing to renew: the request goes until { $until } for “{ $task }” already. How long follows from the rules of the campaign and the deadline.
release-done = Thank you! “{ $task }” is released: somebody else can claim it.
more-than-a-day = { $time } is more than a day. Note each day by itself, with --day.
log-done = Thank you! Time spent on “{ $task }”: { $time } on { $day }, { $total } in all (budget: { $budget }).
log-asked = Thank you! Request prepared: note { $time } on { $day } for “{ $task }” ({ $total } in all, budget: { $budget }).
note-over-budget = That is { $more } more than its budget ({ $budget }). If much is left, better say so: `mpa release { $id }` passes it on to somebody else, with a word.
note-over-budget-done = It took { $spent }, { $more } more than its budget ({ $budget }): good to know for the next ones.
close-done = Thank you! “{ $task }” is done.
note-sent-back = Sent back by { $person } on { $day }: { $reason }
note-blocked = Mind that it still waits for: { $others }.
note-handover = A word left by { $person }: { $text }
note-no-time = The time spent is not noted. To add it, for example 1 h 30: `mpa log { $id } 1h30`

# What a task asks for: add, edit, cancel, reopen
add-done = { $count ->
        [one] Thank you! “{ $task }” is added, with the id { $ids }.
       *[other] Thank you! “{ $task }” is added { $count } times: { $ids }.
    }
add-proposed = { $count ->
        [one] Thank you! Request prepared: add “{ $task }”, under the id { $ids }.
       *[other] Thank you! Request prepared: add “{ $task }” in { $count } copies: { $ids }.
    }
edit-nothing = Nothing to change was named. Add --title and the new title, for instance.
by-hand-changed = Somebody changed this file while you were editing it.
by-hand-nothing = Nothing changed in “{ $task }”.
edit-done = Thank you! “{ $task }” is up to date.
note-redacted = The history of git keeps the former text, here and in the copies (clones) made already.
cancel-done = Noted: “{ $task }” is cancelled.
reopen-done = Noted: “{ $task }” is to be done again.
send-back-done = Noted: “{ $task }” is to be done again.
note-back-to-holder = To be told: { $person }, who had closed it. The task is theirs again until { $until }.
note-back-to-another = To be told: { $person }, who had closed it, and { $holder }, who holds it until { $until }.
note-back-to-all = To be told: { $person }, who had closed it. The task is open again; to claim it once more: `mpa claim { $id }`
note-back-then = To be told once the request is accepted: { $person }, who had closed it. To read the task again: `mpa tasks { $id }`
note-back-words = To read the task again: `mpa tasks { $id }`. What to tell them, for example: “Thank you for your work on ‘{ $task }’! One point is left to do: { $reason }”
nothing-to-do = Nothing to change in “{ $task }”: it is all there already.
note-tell-holder = Tell { $person }, who had claimed this task.
note-tell-holder-then = Once the request is accepted, tell { $person }, who had claimed this task.
split-it = “{ $task }” would take { $budget }, more than { $most }, the most for one task. Split it into several shorter tasks.
missing-flags = Something is missing: add { $flags }, each followed by its value.
missing-flag = Something is missing: add { $flag }, followed by its value.
hint-draft = No resource for now? Add --draft, and the task stays a draft.

# Projects, deliverables, themes
project-added = Thank you! The project “{ $project }” is added, with the short name { $slug }.
project-exists = The short name “{ $project }” is that of a project already. Choose another one.
theme-added = Thank you! The theme “{ $theme }” is added, with the short name { $slug }.
theme-exists = The short name “{ $theme }” is that of a theme already. Choose another one.
deliver-done = Well done, and thank you! The deliverable “{ $deliverable }” is delivered.
note-tasks-left = { $count ->
    [one] Mind that { $count } task of this deliverable is not done.
   *[other] Mind that { $count } tasks of this deliverable are not done.
}
poll-done = Noted: “{ $project }” had { $votes } of { $of } votes.
campaign-begun = Here we go! The campaign “{ $campaign }” runs from { $started } to { $deadline } ({ $countdown }). “{ $before }” is kept among the past campaigns, as { $key }: `mpa progress --past`
hint-next-early = If that is meant, add --yes.
hint-next-key = To keep it under another name, add --keep-as { $key }, for example.
no-past-campaign = There is no past campaign yet, so no campaign { $campaign }.
no-such-campaign = No past campaign is called { $campaign }. Those that are kept: { $known }
nothing-left-to-deliver = The project “{ $project }” has nothing left to deliver.
shown-no-file = “{ $found }” looks like a file, and the repository holds none of that name. Give the path from the top of the repository, an https link, or a sentence of 20 characters or more.
shown-no-commit = “{ $found }” looks like a commit, and the repository holds none of that name. Give another commit, an https link, or a sentence of 20 characters or more.
shown-not-committed = “{ $found }” is on this computer only: nobody else would see it. Commit the file first, or give an https link.
already-delivered = The deliverable “{ $deliverable }” is delivered already, by { $person } on { $day }.
which-deliverable = Which deliverable of the project “{ $project }”? Give its short name, among those still to be delivered: { $known }
no-such-deliverable = The project “{ $project }” has no deliverable “{ $deliverable }”. The short names of its deliverables: { $known }
no-such-lead = { $person } is the lead of no project.
no-account = The account “{ $login }” of the forge is nobody’s here: { $reason }
stranger-no-login = no account is called that.
stranger-program = it is a program’s.
stranger-several = the files of { $people } all name it. An account belongs to one person: it is to be taken out of the other files.
stranger-unnamed = no people file names it. The line forge = "{ $login }" is missing in that person’s file, data/people/HANDLE.toml; an organiser can add it.
stranger-taken = { $person } is a handle that is known already. If it is the same person, the line forge = "{ $login }" is missing in data/people/{ $person }.toml; if not, in the file of their own handle.
no-such-project = No project has the short name “{ $project }”.
project-of-another-theme = The project { $project } is not of the theme { $theme }.
no-such-theme = No theme has the short name “{ $theme }”.

# Joining a project and leaving it
join-done = Thank you! The project “{ $project }” counts one person more.
join-login = The file names your account of the forge, { $login }: what it sends is known to be yours.
join-already = Nothing to change: that is already noted for the project “{ $project }”.
leave-done = Noted, and thank you for everything: leaving the project “{ $project }” is recorded.
leave-not-joined = Nothing to change: nothing says that the project “{ $project }” was joined.

# Forgetting a handle
forget-done = Done: { $person } is called { $name } in the data ({ $count ->
        [one] { $count } file changed
       *[other] { $count } files changed
    }).
forget-asked = Request prepared: { $person } would be called { $name } in the data ({ $count ->
        [one] { $count } file to change
       *[other] { $count } files to change
    }).
forget-nothing = Nothing to replace: no data bears the name of { $person }.
forget-already = Nothing to replace: { $person } is an anonymous name already.
forget-holds = { $person } still holds a task. It has to be released first, so that somebody else can claim it:
forget-held = “{ $task }” ({ $id })
forget-last-organiser = { $person } is the only organiser of the campaign: after this, nobody could decide anything. First add somebody else to organisers, in { $path }.
forget-places = { $name } still has a role in { $paths } that nobody fills any more: name somebody else.
forget-places-then = Once the request is accepted, { $name } will still have a role in { $paths } that nobody fills any more: name somebody else.
forget-mentions = { $count ->
        [one] A free text still speaks
       *[other] Free texts still speak
    } of this person. To be read again, and mended by hand where needed:
forget-mention = - { $place }
forget-requests = Beware: requests that wait would bring { $person } back, and are to be declined or made again: { $requests }.
forget-reach = What mpa cannot reach keeps { $person }: the history of git (this change, too, which links the two names), the copies (clones) made already, closed requests (pull requests), and the names and e-mail addresses of commits.
forget-drawn = The anonymous name is drawn by lot: what is recorded will be another one than is shown here.
forget-notice = The notice { $path } says so, too, under “To have it corrected or removed”.

# Going back
undo-done = Undone: { $operation } “{ $title }”.
undo-withdrawn = Taken out of your request: { $operation } “{ $title }”.
undo-nothing = Nothing to undo: no recent operation is signed { $person }.
undo-changed-since = { $path } changed again after your last action ({ $operation } “{ $title }”): going back would erase that. Look at what changed first.
undo-by-hand = Your last action ({ $operation } “{ $title }”) made a file: that cannot be undone by itself.
undo-time-stays = The time noted when it was closed stays.
undo-sent = Your last action ({ $operation } “{ $title }”) is shared with everybody already: it cannot be undone from here.
undo-renewed = “{ $title }” was renewed, and everybody sees it already: that is not made shorter. To stop earlier, just release the task.
undo-reason = That was a mistake.
undo-too-late = Too late to undo: { $operation } “{ $title }”. It is on the shared branch already, where everybody sees it: it stays.
undo-keepsake = Nothing to undo: “{ $title }” is not yours; all that it keeps under your name is the time you spent or the word you left.

operation-claim = claim
operation-renew = renew
operation-release = release
operation-log = note the time of
operation-close = close
operation-add = add
operation-edit = edit
operation-cancel = cancel
operation-reopen = reopen
operation-send-back = send back
operation-poll = note the vote on
operation-next-campaign = begin the campaign
operation-deliver = deliver
operation-join = join
operation-leave = leave
operation-forget = forget
operation-undo = undo
operation-fix = put into the usual form
operation-init = add the files for
operation-other = change

# Founding a campaign
init-done = Well done! The campaign “{ $campaign }” is ready.
init-exists = There is a campaign already: { $path } exists. Nothing was changed.
init-around = It is recorded in the git repository that holds this folder: { $path }
schemas-installed = There: editors that know Taplo say what each line of a file may hold.
schemas-asked = Request prepared: tell editors what each line of a file may hold.
schemas-nothing = Nothing to do: editors are told already.
note-file-kept = { $path } was there already: it is kept as it is.

# Who, which task
who-are-you = mpa does not know yet who you are. Choose a handle (lower case, digits and hyphens), for instance lampe-77.
same-id = The id { $id } is that of two tasks: { $first } and { $second }. Each task needs its own: rename one of the two files.
no-such-task = No task answers to “{ $typed }”, neither by its id nor by its title, project or skills.
holds-nothing = No task is claimed by { $person } at the moment.
nothing-fits = No open task fits in { $time }. To see the shortest ones:
nothing-open = No task is open at the moment.
nothing-done = No task is done so far.
data-unreadable = This file cannot be used as it is: it has to be mended first.
pull-request-mode = In this campaign, changes reach { $main } by review (pull request) only. Without --here, mpa puts yours on a branch of its own; with --here, be on such a branch first.
proposal-format = mpa cannot make requests in a repository of this format ({ $cause }). Make a branch yourself, and write on it with --here.

# Where the project stands
standing = { $project }: { $done }/{ $tasks }, { $outlook }, { $countdown }.
standing-no-deliverable = no first deliverable promised yet
standing-delivered = first deliverable delivered
standing-to-deliver = first deliverable ready to deliver
standing-first-in = { $count ->
        [0] first deliverable still without tasks
        [one] first deliverable { $count } task away
       *[other] first deliverable { $count } tasks away
    }
countdown-before = D-{ $days }
countdown-after = D+{ $days }

# What next
hint-command = Type: { $command }
hint-claim-anyway = To take it all the same, add --yes. To choose another one:
clock-behind = This computer says it is { $today }, but the list changed on { $newest } already: its clock is behind.
clock-ahead = This computer says it is { $today }, but the last known change of the list is from { $newest }: its clock is probably ahead.
hint-clock = Set the clock of the computer, then try again. If it is right, add --yes.
hint-undo = To undo: { $command }
hint-interrupted = Was a command of mpa cut short? Run exactly the same again: it will finish its work.
left-mended = A command of mpa was killed while it recorded; git’s index has been put right: { $paths }.
left-begun = An mpa command was stopped before it recorded anything; { $count ->
    [one] a file that it had begun is put aside
   *[other] { $count } files that it had begun are put aside
}, in { $folder }: { $paths }. Just do the command again.
left-unclear = A command of mpa was killed while it recorded: git’s index still holds the old version of { $paths }, which your next `git commit` would bring back, and the file was changed since. To put the index right without touching your files:
left-locked = A command of mpa was killed while it recorded, and the lock { $path } is still there. If no git is running, it is a leftover: delete it (`rm { $path }`), then run `mpa`, which will put git’s index right.
hint-again = Run the same command again: it will start from the new text.
hint-contact = To ask: { $contact }
hint-who-may = Who can decide: { $people }
hint-for-them = To pass on to them: { $command }
hint-identity = Type, once and for all: `git config --global user.name "Your name"` then `git config --global user.email you@example.org`
note-proposed = { $role ->
    [organiser] Recorded on a branch of its own: you organise this campaign, so you can accept it yourself once it is sent.
   *[other] Recorded on a branch of its own: an organiser will decide when reading it.
} To send: { $command }
note-branch = The request waits on this computer, on the branch { $branch }.
note-branch-accept = The request waits on this computer, on the branch { $branch }. You organise this campaign; to accept it yourself: { $command }
note-branch-unsent = The request waits on this computer.{ $role ->
    [organiser] { "" } You organise this campaign: once it is sent, you can accept it yourself.
   *[other] { "" }
} To send: `mpa sync`
note-taken-away = The request is no longer on the server, and was not accepted: `mpa sync` says what to do.
note-namesake = Your handle, { $person }, has acted from another address too ({ $address }): { $operation } “{ $title }”. If that is not you, two of you go by this name, and each takes the other’s tasks for their own: choose another one (`git config mpa.handle OTHER-HANDLE`) and tell the organisers. If it is you, say so once: `{ $own }`
request-received = { $count ->
        [one] { $count } change received.
       *[other] { $count } changes received.
    }
request-would-receive = { $count ->
        [one] { $count } change to receive.
       *[other] { $count } changes to receive.
    }
note-branch-push = The request waits on this computer.{ $role ->
    [organiser] { "" } You organise this campaign: once it is sent, you can accept it yourself.
   *[other] { "" }
} To send: { $command }
note-unanswered = The request is sent, and waits to be accepted.
note-undo-unsent = The server still has your request as it was. To send this withdrawal there: `mpa sync`
request-prepared = Thank you! Request prepared: { $operation } “{ $title }”.
request-prepared-for = Thank you! Request prepared, in the name of { $person }: { $operation } “{ $title }”.
request-sent-link = Sent: “{ $title }”. It becomes a request when you open this page and confirm: { $link }
request-sent-again = Sent: “{ $title }”. If the request is not open yet, open this page and confirm: { $link }
open-done = The page of the request: { $link }
open-absent = --open needs gh, GitHub’s own program, which is not installed here: opening the page above does the same.
open-no-page = --open has nothing to open: the campaign (data/mpa.toml) or the address of the shared repository leads to no page of GitHub.
open-signed-out = gh, GitHub’s own program, does not know yet who you are. To tell it: `gh auth login`, then: `mpa sync --open`
open-failed = gh, GitHub’s own program, could not open the request: { $cause }
request-sent = Sent: “{ $title }”. The request is open{ $role ->
    [organiser] { "" }: you organise this campaign, so you can accept it yourself on its page.
   *[other] { "; an organiser will answer." }
}
request-sent-branch = Sent: “{ $title }”.{ $role ->
    [organiser] { "" } The branch: { $branch }
   *[other] { "" } Tell an organiser the name of the branch: { $branch }
}
request-accept = You organise this campaign; to accept it yourself: { $command }
request-sent-more = Sent: “{ $title }”. The request ({ $branch }) is up to date.
request-server-said = The server says: { $line }
request-waits-link = Waits for an answer: “{ $title }”. The page of the request: { $link }
request-waits = Waits for an answer: “{ $title }” ({ $branch }).
request-elsewhere = Not sent: “{ $title }” ({ $branch }). The server has other commits on that branch, and the one here has some that mpa did not make; nothing was replaced, and it is up to you to put them together.
request-late = Not sent: “{ $title }” ({ $branch }). That branch is changing at the server right now; your request stays here, all of it.
request-unread = Not sent: “{ $title }” ({ $branch }). The shared repository ({ $remote }) is not on the forge that data/mpa.toml says: it cannot open requests.
request-refused = The server refuses “{ $title }” ({ $branch }): { $reason }
request-planned = To be sent: “{ $title }”, by { $command }
request-accepted = Accepted: “{ $title }”. Everybody sees it now.
request-accepted-yours = Accepted: “{ $title }” is yours until { $until }.
request-accepted-changed = Accepted, with changes: “{ $title }”. What everybody sees now is not quite what you sent; if that surprises you, ask the organisers.
request-in-use = Its branch, { $branch }, is checked out in a folder of this computer: it stays there until you leave it.
request-withdrawn = Withdrawn: “{ $title }”. Nothing is left to ask for.
request-withdrawn-planned = To be withdrawn: “{ $title }”. Nothing is left to ask for.
request-accepted-part = Accepted in part: { $operation } “{ $title }”. What came after is still to be approved.
request-taken-away = Not sent: the request “{ $title }” is no longer on the server, and was not accepted. The organisers may have declined it (see their answer, or write to them); or you withdrew it from another computer.
request-ask-again = To ask for it again as it is: `{ $again }`. To give it up: `{ $never }`
request-not-withdrawn = You took “{ $title }” back, but the server keeps the request ({ $branch }): it is still to be closed there, by you or an organiser.
request-rebuilt = Made again upon the shared list, whose history was rewritten: “{ $title }”.
request-rewritten = Not sent: “{ $title }” ({ $branch }). The history of the shared list was rewritten; sent as it is, your request would bring the old one back, and it has commits that mpa did not make. Build it again upon the new one:
request-main-ahead = { $count ->
        [one] The branch { $main } here has a commit that the shared repository has not: it no longer follows the others. To see it: `git log { $range }`
       *[other] The branch { $main } here has { $count } commits that the shared repository has not: it no longer follows the others. To see them: `git log { $range }`
    }
request-who = Requests wait on this computer. To send them, say who you are: `mpa sync --as HANDLE`
hint-fork = No right to write there? Make your own copy (fork) on the forge’s page, then: git remote add fork ADDRESS
note-organiser-decides = { $why } An organiser will decide.
note-overtaken = Meanwhile “{ $task }” was given to { $person }, until { $until }: your request will hardly be accepted as it is. Ask { $person } or an organiser before going on; the time you noted is kept in your request.
note-overtaken-done = Meanwhile { $person } finished “{ $task }”, on { $day }: your request will hardly be accepted as it is. Ask an organiser before going on; the time you noted is kept in your request.
note-unsent = Recorded on this computer, not sent yet. To send: { $command }
note-changed-by-hook = A program of the repository (hook) changed { $path } while it was being recorded. Look it over.

# check --fix
fix-done = { $count ->
        [one] { $count } file is
       *[other] { $count } files are
    } now in the usual form. Only the way they are written changed, not what they say.
fix-asked = Request prepared: put { $count ->
        [one] { $count } file
       *[other] { $count } files
    } into the usual form. Only the way they are written would change, not what they say.
fix-planned = { $count ->
        [one] { $count } file
       *[other] { $count } files
    } would be put into the usual form.
fix-nothing = There is nothing to repair that can be set right in one way only.
fix-dirty = { $path } was left alone: it holds changes that are not in a commit yet, or is new. Commit it first.
fix-not-yours = { $path } was left alone: an organiser, or whoever leads the project, has to put it into the usual form.
fix-left = { $count ->
        [one] { $count } thing is
       *[other] { $count } things are
    } left that take a person to decide.

# sync: sending and receiving
sync-sent = { $count ->
        [one] Sent: { $count } action.
       *[other] Sent: { $count } actions.
    }
sync-there = { $count ->
        [one] { $count } action was in the shared list already.
       *[other] { $count } actions were in the shared list already.
    }
sync-received = { $count ->
        [one] { $count } change received from others.
       *[other] { $count } changes received from others.
    }
sync-would-send = { $count ->
        [one] { $count } action to send.
       *[other] { $count } actions to send.
    }
sync-would-receive = { $count ->
        [one] { $count } change to receive from others.
       *[other] { $count } changes to receive from others.
    }
sync-nothing = All is up to date: nothing to send, nothing to receive.
sync-not-sent = Recorded on this computer, but not sent yet.
sync-time-kept = Your time ({ $time }) is not lost: it is noted there under your name.
sync-word-kept = What you wrote is not lost: it is noted there under your name.
request-time-kept = Your time ({ $time }) is not lost: your request keeps it, under your name.
request-word-kept = What you wrote is not lost: your request keeps it, under your name.
sync-lost = So this is not sent: { $operation } “{ $title }”.
sync-not-yours = So it is not yours.
sync-kept = What you had recorded stays on this computer. To see it again: `git log -p { $range }`
sync-instead = Free right now:
sync-instead-task = - “{ $task }” ({ $budget }): `mpa claim { $id }`
sync-conflict = { $path } changed on both sides: what the others did is kept. Look at the result, then make your change again if it is missing.
sync-behind = What was to be sent is sent, but the files here did not follow:
sync-unreadable = Nothing was sent and nothing moved: { $path } is broken or gone in the shared list ({ $main }), and that is where your action goes. Tell the organisers; once the file is mended, `mpa sync` will send everything.
sync-others = { $count ->
        [one] One commit was not made by mpa: it is neither moved nor sent without your consent. Nothing moved. To send it, too, add --rebase.
       *[other] { $count } commits were not made by mpa: they are neither moved nor sent without your consent. Nothing moved. To send them, too, add --rebase.
    }
sync-other = { $commit }  { $subject }
sync-not-clean = The commit “{ $subject }” cannot follow by itself, because of { $path }. Nothing moved; bringing the two together is up to you.
sync-no-remote = This folder has no shared repository called “{ $remote }”: there is nowhere to send to.
sync-add-remote = To add it: `git remote add { $remote } ADDRESS`, with the address that the organisers give.
sync-moved-branch = The shared repository ({ $remote }) has no branch “{ $main }” any more: the list is on “{ $to }” there now. Nothing was sent, nothing is lost.
sync-moved-wait = An organiser has to write that into data/mpa.toml first, under [workflow]: main = "{ $to }". Until then, what you record stays here.
sync-moved-write = In { $path }, write under [workflow]: main = "{ $to }"
sync-branch-gone = The shared repository ({ $remote }) has no branch “{ $main }” any more, and nothing there says where the list has gone. Nothing was sent, nothing is lost: ask an organiser before you put it there again.
sync-no-branch = The shared repository ({ $remote }) has no branch “{ $main }” yet: put it there, this first time.
sync-unrelated = The branch “{ $main }” here and the one of the shared repository ({ $remote }) have nothing in common: is it the same repository? Check the address: `git remote -v`
sync-gave-up = Too many people are sending right now: { $attempts } attempts were not enough. Your work stays on this computer, all of it. Try again in a while.
sync-cut-off = The shared repository ({ $remote }) cut the connection while you were sending: nothing has arrived so far. Your work stays on this computer, all of it.
sync-silent = The shared repository ({ $remote }) fell silent while you were sending: nothing has arrived so far. Your work stays on this computer, all of it.
sync-moved = While this waited, somebody else moved the branch { $main } on this computer: what was to be sent is no longer on it, and is not sent.
sync-refused = The shared repository refused: { $reason }. Your work stays on this computer, all of it.
sync-server-line = { $line }
sync-protected = The branch “{ $main }” is protected: the organisers can give you access to it, or let changes go through a review (mode = "pull-request" in data/mpa.toml).
sync-removed = { $count ->
        [one] A change that was in the shared list is there no more: somebody removed it, or the shared repository was put back to an earlier state. Nothing moved and nothing is lost: you still have it on this computer.
       *[other] { $count } changes that were in the shared list are there no more: somebody removed them, or the shared repository was put back to an earlier state. Nothing moved and nothing is lost: you still have them on this computer.
    }
sync-removed-again = Ask the organisers first what happened. To put them back into the shared list: `mpa sync --rebase`
sync-removed-too = To remove them here too, with a copy of everything for later: `{ $keep }`, then `{ $leave }`
sync-rewritten = { $count ->
        [one] The history of the shared list was rewritten: a change is there no more, and is not sent again:
       *[other] The history of the shared list was rewritten: { $count } changes are there no more, and are not sent again:
    }
sync-rewritten-kept = A copy stays on this computer. To read it: `git log -p { $range }`. If the organisers meant to erase something, somebody’s name perhaps, erase the copy too: `{ $erase }`
sync-refounded = The branch “{ $main }” here and the one of the shared repository ({ $remote }) have nothing in common any more: its history was rewritten from the beginning, or its address leads elsewhere now. Nothing moved. Check the address (`git remote -v`) and ask the organisers. If it is the right one, `mpa sync --rebase` follows the new list, sends only what you have not sent yet, and keeps a copy of the rest.
sync-strangers = { $count ->
        [one] The branch here has a change by somebody else that the shared list has not: its history may have been rewritten. Nothing moved.
       *[other] The branch here has { $count } changes by other people that the shared list has not: its history may have been rewritten. Nothing moved.
    }
sync-strangers-leave = To follow the shared list, send only what is yours, and keep a copy of the rest: `mpa sync --rebase`
sync-strangers-own = Was it you, under another address? Say so once: `{ $command }`
sync-brings-back = The commit { $commit } (“{ $subject }”) merges a past that the shared list no longer has: sending it would bring that back. Nothing moved. To take this merge out of your branch and keep the rest:
ask-send = Recorded here: { $operation } “{ $title }”. Send it now?
ask-send-it = Recorded here. Send it now?
sync-held-first = “{ $task }” is claimed by { $person } until { $until }: theirs arrived before yours.

# To other programs
output-written = Written to { $path }
output-unwritable = { $path }: it cannot be written here ({ $cause }). Name another file.
output-busy = { $path }: somebody else is writing there now. Try again in a moment.
output-no-folder = There is no folder { $path }: nothing was written. Make it, or name another file.
output-no-file = { $path } is no plain file, but a link, a folder or something else: nothing was written. Name another file, or - for standard output.
output-in-data = { $path } is in the campaign’s data folder, which holds nothing else: nothing was written. Name another file.
output-in-git = { $path } is in git’s own folder: nothing was written. Name another file.

# From other programs
operation-import = import
import-done = { $count ->
        [one] Thank you! One task was added from { $name }.
       *[other] Thank you! { $count } tasks were added from { $name }.
    }
import-proposed = { $count ->
        [one] Thank you! Request prepared: add one task from { $name }.
       *[other] Thank you! Request prepared: add { $count } tasks from { $name }.
    }
import-nothing = Nothing to add from { $name }: it is all there already, or is over.
note-import-drafts = { $count ->
        [one] One task is a draft: complete it, then offer it. To see it: `mpa tasks list --status draft`
       *[other] { $count } tasks are drafts: complete them, then offer them. To see them: `mpa tasks list --status draft`
    }
import-wrong-rows = { $count ->
        [one] One row needs fixing: nothing was written.
       *[other] { $count } rows need fixing: nothing was written.
    }
hint-import-partial = { $count ->
        [0] Fix the file, then run the same command again.
        [one] Fix the file and run the same command again, or add --partial to add only the row that is right.
       *[other] Fix the file and run the same command again, or add --partial to add only the { $count } rows that are right.
    }
import-too-many-tasks = More than { $most } tasks at once: nobody would look them through. Split the file.
import-remark = “{ $task }”: { $what }
import-no-titles = { $name }: no column holds the titles of the tasks. Columns found: { $found }. The first row has to name the columns, with “title” or “task” among them.
import-no-title = There is no title.
import-no-project = No project is named. Add a column “project”, or --project and one of these: { $known }.
import-other-project = There is no project “{ $found }” here. There are { $known }; --project puts every row into one of them.
import-after = It waits for “{ $found }”, which is neither a row to be added nor a task of this campaign.
import-after-several = It waits for “{ $found }”, and several rows have that id. Give each its own.
import-several = “{ $found }” is the title of several: { $known }. Write one of these short names instead.
import-where-and-place = “{ $found }” and “{ $place }” contradict each other: only what is done on site has a place. Fix one of the two.
import-too-many-parts = { $flag }: there are more than { $most } in this row. Keep the most useful ones.
import-wrong-day = { $flag }: “{ $found }” can be read in two ways, or is no date. It has to be day/month/year, such as 04/12/2026 or 04/12/26, or 2026-12-04.
import-wrong-where = { $flag }: “{ $found }” is not recognised. Write “remote”, “on-site” or “either”.
import-too-many-cells = The row has { $found } cells for { $expected } columns: there may be a separator in a text without quotes.
import-given-up = { $count ->
        [one] Noted: one task added from { $name } is cancelled.
       *[other] Noted: { $count } tasks added from { $name } are cancelled.
    }
import-none-left = Nothing to cancel of the import “{ $name }”: each task was taken, offered or changed, or is over.
note-import-left = { $count ->
        [one] One more stays: somebody took, offered or changed it, or it is over.
       *[other] { $count } more stay: somebody took, offered or changed them, or they are over.
    }
