## help: what mpa --help says, command by command

heading-usage = Usage:
heading-commands = Commands
heading-volunteers = Volunteers:
heading-everyone = Everybody:
heading-organisers = Organisers:
heading-arguments = Arguments
heading-common = Common options
heading-options = Options

help = Precise tasks for volunteers. mpa alone: what matters today.
help-rest = All options:
after-help =
    To begin: mpa start ADDRESS, then mpa tasks (what is open)
    One command in full: mpa help COMMAND. Everything: mpa help --all
help-man = The same pages for man: mpa help --man ~/.local/share/man/man1
man-name = NAME
man-synopsis = SYNOPSIS
man-notes = NOTES
help-start = Begin: copies the campaign and asks who you are
arg-start-address = The address of the repository, in your invitation; or nothing, to go on
arg-start-dir = The folder to make
arg-start-email = The address that git writes into your records, and that becomes public
arg-start-skills = What you can do, with commas between; stays on this computer
arg-start-time = Offers only what fits this time
arg-start-offline = Does not ask the shared repository
arg-start-yes = Does not ask whether the handle is yours
help-tasks = Tasks: see them, add some, change them
help-tasks-list = Lists what can be taken now, the most urgent first
help-tasks-show = Shows everything about a task
help-tasks-add = Adds a task
help-tasks-edit = Changes the texts of a task
help-tasks-cancel = Cancels a task
help-tasks-reopen = Reopens a task that is done or cancelled
help-claim = Claims a task
help-renew = Renews a task that you claimed
help-release = Releases a task that you claimed, unfinished
help-log = Notes time spent on a task
after-help-log = Examples: mpa log 1h30 · mpa log k7q2m 45m --day 2026-11-25
help-close = Closes a task, showing the result
help-undo = Takes back your last action
help-projects = Projects: see them, add some, change them
help-projects-list = Lists the projects
help-projects-show = Shows everything about a project
help-projects-add = Adds a project
help-projects-edit = Changes the texts of a project
help-themes = Themes: see them, add some
help-themes-list = Lists the themes
help-themes-show = Shows everything about a theme
help-themes-add = Adds a theme
help-join = Joins a project
help-leave = Leaves a project
help-progress = Shows how far each project has come towards the deadline
help-deliver = Delivers what a project promised
help-send-back = Sends a done task back to be done again, saying why
help-remind = Writes reminders and invitations to copy into a message; sends nothing
help-site = Writes the public page to a folder: files to put online, in French and English
help-export = Writes what the campaign holds, for a spreadsheet, a calendar or a program
after-help-export =
    csv: every task, for a spreadsheet · hours: the hours noted, by month, person and project
    json: everything, for a program · ics: what is due, for a calendar
    Examples: mpa export csv -o tasks.csv · mpa export hours -o hours.csv
help-import = Adds the tasks of a list kept elsewhere, in one commit
after-help-import =
    Reads: csv (spreadsheet) · json · todo.txt · taskwarrior (task export) · github (gh issue list --json …)
    Shows first what would become of each row; nothing is written if a single one is to be fixed, unless with --partial.
    Importing twice adds nothing. Examples: mpa import tasks.csv --project mphack --dry-run · task export | mpa import -
help-forget = Replaces a handle everywhere by an anonymous name, and withdraws the person’s file
help-sync = Sends your actions, receives those of others
help-check = Looks for everything wrong in the data; exit code 0 or 1
help-review = Reviews the requests that wait, or only one: what it changes, and whether it may be merged unread
after-help-review =
    Examples: mpa review (all) · mpa review 12 · mpa review mpa/k7q2m-lampe-77 · mpa review main..HEAD
    Exit code: 0 if nothing is refused, 1 otherwise, 3 if a side cannot be read.
help-init = Founds a campaign: git repository, rules, page for volunteers, model task
help-doctor = Finds what is missing, and says what to type
help-completions = Prints the script that completes with the Tab key: bash, zsh, fish or powershell
after-help-completions =
    Once and for all, one line, depending on your terminal:
    bash: echo 'eval "$(mpa completions bash)"' >> ~/.bashrc
    zsh: echo 'eval "$(mpa completions zsh)"' >> ~/.zshrc (after compinit)
    fish: echo 'mpa completions fish | source' >> ~/.config/fish/config.fish
    PowerShell: Add-Content $PROFILE 'mpa completions powershell | Out-String | Invoke-Expression'
    From then on, in a new terminal, the Tab key proposes commands, tasks, projects, handles and skills.
help-rendre = Release or close?

arg-version = Prints the version
arg-help = Prints this help
arg-data = Folder of the data (else MPA_DATA, else the nearest above here)
arg-handle = Acts under this handle, or @LOGIN (else MPA_HANDLE, git config mpa.handle)
arg-person = The handle to forget
arg-people = Only for these people
arg-invite = Writes an invitation to claim this task instead
arg-lang = Language: fr or en
arg-color = Colours: auto, always or never
arg-quiet = Prints only the essential
arg-no_pager = Prints everything at once, without a pager
arg-format = Form of the result: table, json, csv or markdown
arg-changed_since = Reports only on files that differ from this commit
arg-offline = Asks nothing of the network
arg-doctor-format = Form of the result: table or json
arg-mpa-format = Form of the result: table or json
arg-tasks-show-format = Form of the result: table or json
arg-projects-show-format = Form of the result: table or json
arg-themes-show-format = Form of the result: table or json
arg-fix = Puts the files into the usual form, in one commit
arg-dry_run = Shows what would be recorded, changes nothing
arg-on_behalf = For this person, who does not use git: handle, or @LOGIN of the forge
arg-here = Writes on the current branch; away from the main one, a proposal
arg-sync = Sends at once, and announces nothing before it has arrived
arg-rebase = Takes along your commits that mpa did not make, too, and actions of yours that were taken out of the shared list
arg-open = Also opens the requests on GitHub with its own program gh, if it is there and signed in
arg-sync-dry_run = Shows what would be sent and received, and moves nothing
arg-yes = Asks for no confirmation
arg-words = Id of the task, its beginning, or words of its title
arg-log-words = The task (if you have several), then the time: 45m, 2h, 1h30
arg-project = Short name of the project
arg-theme = Short name of the theme
arg-request = Number of a request, branch, or two commits: main..HEAD
arg-author = Login that sent the request, as the forge says
arg-require = With routine: ends with 1 also when something needs an organiser
arg-check-format = Shape of the result: table, markdown, json, github or gitlab
arg-remind-format = Shape of the result: table or json
arg-review-format = Shape of the result: table, markdown, json, github or gitlab
value-require = routine
value-request = REQUEST
value-login = LOGIN
arg-all = All tasks, whatever their state
arg-status = Only these states: open, claimed, blocked, draft, done, cancelled, expired, sent-back, pending
arg-mine = Only my tasks
arg-tasks-time = Only what fits in this time: 40m, 2h
arg-tasks-list-time = Only what fits in this time: 40m, 2h
arg-claim-time = Choose among what fits in this time: 40m, 2h
arg-time = Time spent today, noted on the way
arg-skill = Skill (several: separated by commas)
arg-tasks-skill = Only what asks for this skill
arg-tasks-list-skill = Only what asks for this skill
arg-place = Where: remote, on-site or either
arg-tasks-place = Only there: remote, on-site, either, or a town
arg-tasks-list-place = Only there: remote, on-site, either, or a town
arg-place_name = Name of the place, for a task on site
arg-due_before = Only what is due on this day or before
arg-search = Only what has these words in its title, text, skills or project
arg-sort = Order: due, budget, created, project, title or fit (what suits you best)
arg-limit = At most so many tasks
arg-title = Title
arg-budget = Time it should take: 45m, 2h, 1h30, or 2h-4h
arg-done_when = How one can tell that it is done
arg-tasks-add-deliverable = Deliverable of the project that the task serves
arg-tasks-edit-deliverable = Deliverable of the project that the task serves
arg-deliverable = Deliverable: short name=title (the first one added is the first promised)
arg-deliver-deliverable = Short name of the deliverable, when there are several
arg-deliverable_due = Due day of a deliverable: short name=day
arg-due = Due day of the task
arg-after = Tasks to be done first (ids separated by commas)
arg-contact = Whom to ask
arg-description = Description
arg-resource = Resource: name=https://… (several: repeat the option)
arg-draft = Draft: not offered yet
arg-copies = Number of like tasks, one a person
arg-publish = Offers a draft
arg-redact = Masks personal addresses and telephone numbers in the texts
arg-sync-yes = Does not doubt the clock
arg-remove = Takes out: deliverable, skills, due, after, contact, description
arg-projects-edit-remove = Takes out: idea, summary, leads, contact, needs, ended
arg-reason = The reason
arg-out = Folder of the pages: empty, new, or made by mpa before
arg-base_url = Address where the pages will be published, for news feeds and the site map
arg-export-kind = What to write: csv, json, ics or hours
arg-output = The file to write (else standard output)
arg-import-form = Form of the list (else recognised): csv, json, todo.txt, taskwarrior or github
arg-file = The file to read, or - for standard input
arg-import-project = Puts every row into this project
arg-partial = Adds what is right, even if other rows are to be fixed
arg-import-format = Form of what --dry-run shows: table or json
arg-site-open = Opens the first page in the browser
arg-until = Until this day
arg-claim-until = Until this day; otherwise, and at most, until the one that “mpa tasks TASK” names
arg-handover = What is done and what is left to do
arg-day = The day the time was spent (else today)
arg-total = The time is the total of the day, instead of more
arg-evidence = The result: link, path, commit, or a sentence of 20 characters or more
arg-note = A remark
arg-lead = Handles of the leads
arg-need = What the project needs (several: repeat the option)
arg-ended = The day the project ended
arg-idea = Idea
arg-summary = Summary
arg-slug = Short name (else made from the title)
arg-question = Question that the theme asks
arg-class = Class, for instance P17 ICiv
arg-dir = Folder of the campaign (else here)
arg-shell = bash, zsh, fish or powershell
arg-name = Name of the campaign
arg-deadline = Deadline: sainte-barbe, or a day
arg-schemas = Tells text editors (Taplo, Even Better TOML) what each line of a file may hold; new campaigns do already
arg-ci = Adds what it takes for the forge to review requests: github, gitlab or forgejo
arg-tool = Where the forge takes mpa from: https://…@VERSION (else from this repository)
arg-timezone = Time zone: Europe/Paris

value-kind = KIND
value-file = FILE
value-command = COMMAND
value-task = TASK
value-task-time = TASK|TIME
value-project = PROJECT
value-theme = THEME
value-deliverable = DELIVERABLE
value-changed-since = COMMIT
value-address = ADDRESS
value-email = ADDRESS
value-skills = SKILLS
value-dir = DIR
value-data = DIR
value-ci = FORGE
value-url = URL
value-tool = ADDRESS
value-handle = HANDLE
value-on-behalf = HANDLE
value-lead = HANDLE
value-lang = LANG
value-color = WHEN
value-format = FORMAT
value-status = STATE
value-time = TIME
value-budget = TIME
value-skill = SKILL
value-place = PLACE
value-place-name = PLACE
value-due-before = DAY
value-due = DAY
value-until = DAY
value-day = DAY
value-ended = DAY
value-deadline = DAY
value-deliverable-due = DELIVERABLE=DAY
value-after = TASK
value-search = WORDS
value-sort = ORDER
value-limit = NUMBER
value-copies = NUMBER
value-title = TEXT
value-done-when = TEXT
value-contact = TEXT
value-description = TEXT
value-reason = TEXT
value-handover = TEXT
value-note = TEXT
value-need = TEXT
value-idea = TEXT
value-summary = TEXT
value-question = TEXT
value-name = TEXT
value-resource = NAME=LINK
value-remove = FIELD
value-evidence = RESULT
value-slug = NAME
value-shell = SHELL
value-class = CLASS
value-timezone = ZONE
