## site: the public page

# The command
site-written = { $count ->
    [one] { $count } file; written or changed: { $changed }. First page: { $path }
   *[other] { $count } files; written or changed: { $changed }. First page: { $path }
}
site-same = Nothing has changed since last time. First page: { $path }
site-without-address = Without --base-url the pages have no news feeds, no site map and no preview picture: those need the address where the pages will be published.
site-wrong-address = { $flag }: { $found } is not an address where pages can be published. Needed: an https address, for example https://asso.example.org/hackathon/
site-busy = Another mpa is already writing the pages of { $path }. Wait until it has finished, then try again.
site-not-own = { $path } holds something other than pages made by mpa: nothing in it was touched. Give an empty or new folder.
site-in-data = { $path } is in the campaign’s data folder, which holds nothing else: nothing was written. Name another folder.
site-in-git = { $path } is in git’s own folder: nothing was written. Name another folder.
site-in-the-way = { $path } is where mpa wants to write a page, and was not made by it: nothing was changed. Move that file, or choose another folder.
site-not-opened = No browser could be opened ({ $cause }). The pages are written: open { $path } yourself.
site-unwritable = { $path }: cannot write here ({ $cause }). The pages there were stay as they were.

# Around each page
site-skip = Skip to the content
site-nav = Pages
site-nav-tasks = Tasks
site-nav-projects = Projects
site-nav-successes = Successes
site-nav-how = How it works
site-nav-people = People and these pages
site-in-french = En français
site-in-english = In English
site-own-language = English
site-crumbs = Where you are
site-as-of = As of
site-made-with = These pages are made with mpa, from public files.
site-unreadable = { $count ->
    [one] { $count } remark on files: something may be missing here.
   *[other] { $count } remarks on files: something may be missing here.
}
site-calendar = Due days for a calendar (ICS)
site-feed-successes = Successes (Atom feed)
site-feed-tasks = New tasks (Atom feed)
site-data = Data (JSON)
site-countdown-before = D-%
site-countdown-after = D+%
site-sainte-barbe = Saint Barbara’s Day
site-deadline = the deadline

# Home
site-home-about = How far the projects have come, and what can be done with a free hour or two.
site-hero = Coming up: { $what }, { $when }
site-hero-today = Today: { $what }, { $when }
site-hero-past = It was { $what }, { $when }
site-hours = { $hours } of work done, of { $planned } planned.
site-step-in = Step in
site-have = I have
site-all-free = { $count ->
    [one] See the free task
   *[other] See the { $count } free tasks
}
site-this-week = Finished this week
site-latest = Latest successes
site-no-success = Nothing yet: the first lamp is still to be lit.
site-all-successes = All successes
site-chart-title = The way so far
site-also = Without taking a task

# Tasks
site-tasks-title = What I can do
site-tasks-about = Precise tasks, each with a time budget, an expected result and resources.
site-tasks-lead = { $count ->
    [0] No task is free right now.
    [one] { $count } free task, with the time it takes.
   *[other] { $count } free tasks, each with the time it takes.
}
site-tasks-all = All free tasks
site-tasks-empty = No task is waiting right now. One thing is left to do: propose one.
site-with-time = What fits in { $label }
site-with-wish = Free tasks: { $label }
site-filters = Choose among the tasks
site-filter-words = Words
site-filter-time = Time
site-filter-skill = Skill
site-filter-place = Place
site-filter-reset = Show all
site-any = Any
site-found-one = 1 task matches.
site-found-many = % tasks match.
site-found-none = No task matches all of that at once.
site-pages = Pages of the list
site-part = The filters look at this page only: the others could not be read.
site-due = due: { $label }
site-past = overdue
site-due-past = past due: { $label }

# A task
site-over = time is up
site-see-result = see the result ({ $host })
site-result = Result
site-handover = Where the last person left off
site-details = More about it
site-resources = What helps
site-waits-for = To be done first
site-after = Comes after
site-unblocks = Others wait for this task
site-again = To be done again since { $day }, says { $person }:
site-take = Take it

# Doors
site-door-mail = Write to the team
site-door-mail-help = A mail to { $contact }, already written: put in a handle and send it.
site-door-form = By the form on { $forge }
site-door-form-help = With an account, nothing to install.
site-door-command-help = With the program mpa, in a terminal.
site-copy = Copy
site-copied = Copied
site-mail-handle = MY-HANDLE
site-mail-take-subject = I take “{ $title }” ({ $id })
site-mail-take = Hello, I would like to take the task “{ $title }”.
site-mail-join-subject = I join { $title }
site-mail-join = Hello, I would like to join the project “{ $title }”.
site-mail-propose-subject = I propose a task
site-mail-propose = Hello, I propose a task. Title, project, time it should take, how one can tell that it is done, a useful link:
site-mail-ending = Handle to note (replace { $name }, here and in the last line; everybody will see it): { $name }
site-propose-title = Propose a task
site-propose-lead = A good task fits in two hours, says when it is done, and gives something to start from.

# Projects
site-projects-about = The projects, their deliverables, and what is left to do.
site-projects-lead = { $count ->
    [one] { $count } project, with what it promised and how far it has come.
   *[other] { $count } projects, with what they promised and how far they have come.
}
site-themes = Themes
site-poll = { $votes } votes of { $of }
site-no-tasks = no task yet
site-done-of = { $count ->
    [one] { $done } of { $count } task done
   *[other] { $done } of { $count } tasks done
}
site-progress = Progress
site-first = First deliverable
site-delivered = delivered on { $day }
site-to-deliver = all its tasks are done, it is still to be shown
site-left-late = { $count ->
    [one] { $count } task to go, expected on { $day }: late
   *[other] { $count } tasks to go, expected on { $day }: late
}
site-left-by = { $count ->
    [0] expected on { $day }
    [one] { $count } task to go before { $day }
   *[other] { $count } tasks to go before { $day }
}
site-free = { $count ->
    [one] { $count } free task
   *[other] { $count } free tasks
}
site-none-free = no free task right now
site-free-title = Free now
site-join = Join this project
site-joined = { $count ->
    [one] { $count } person joined this project.
   *[other] { $count } people joined this project.
}
site-deliverables = What the project promised
site-going = Under way or waiting
site-over-title = Done
site-ideas = Ideas
site-no-project = No project has come from this theme yet.

# Successes
site-successes-about = What was done, with something to look at.
site-successes-lead = { $count ->
    [one] { $count } success.
   *[other] { $count } successes, the latest first.
}
site-delivered-title = Delivered: { $title }

# The chart
site-chart-about = { $tasks ->
    [one] { $done } of { $tasks } task done: { $hours } of work of { $planned }.
   *[other] { $done } of { $tasks } tasks done: { $hours } of work of { $planned }.
}
site-chart-scope = { $count } in all
site-chart-done = { $count } done
site-chart-deadline = { $name }: { $label }
site-chart-table = The figures
site-chart-day = Day
site-chart-column-done = Done
site-chart-column-tasks = In all
site-chart-column-hours = Hours

# Prose
site-how-about = Choose a task, take it, finish it: in four steps.
site-people-about = What these pages show about people, and how to be removed.
site-calendar-deliverable = Deliverable: { $title }
site-calendar-task = Task: { $title }
