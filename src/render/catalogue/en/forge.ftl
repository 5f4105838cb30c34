# What the files of a forge say
forge-head-review = Reads each request: says what it changes, task by task, and stops where a rule stands against it. It can only read the repository. The tool, the rules and the people are those of the main branch; the request is read as data, nothing of it is run or put among the files. Written by mpa init --ci: change it as you like, it will not be overwritten.
forge-head-comment = Writes one comment below each request and keeps it up to date: what it changes, and whether it may be merged unread. Written by mpa init --ci: change it as you like, it will not be overwritten.
forge-head-main = Checks all the data of the main branch after each change. Two requests that are right on their own may, together, give one task to two people: both are then named. It can only read the repository. Written by mpa init --ci: change it as you like, it will not be overwritten.
forge-head-issue = For people without git: a form filled in on the web page claims a task, or proposes one. The task is claimed for the account that opened the form, by the same rules as everywhere; a proposal becomes a draft in a request to be reviewed. It may write to the repository and answer below the form. What the form says comes as environment variables only and is never run; the id and the account must have an exact form. Written by mpa init --ci: change it as you like, it will not be overwritten. The titles of the fields are in the forms, too: change them in both places.
forge-head-gitlab = Reads each merge request, and checks the main branch after each change. The tool, the rules and the people are those of the main branch; the request is read as data, nothing of it is run or put among the files. Written by mpa init --ci: change it as you like, it will not be overwritten.
forge-moved = The request has changed meanwhile: its new version is reviewed on its own.
forge-no-request = No open request has this commit as its last: there is nothing to say.
forge-judged = Reviewed, from the main branch to the request:
forge-cut = … The text is too long for a comment. The rest: mpa review, on a computer.
forge-base-moved = The main branch has moved during the review: nothing is merged. Run this job again, or merge by hand.
forge-not-you = This account matches no handle of the campaign, or its name is somebody else’s handle already. An organiser can link the account to your handle: a line forge = "account" in your file in data/people.
forge-no-task = The id of the task is not understood: it is five letters and digits or more, k7q2m for instance. Correct the text of your form, and it will be tried again.
forge-refused = That cannot be done, and nothing was changed. This is why:
forge-not-sent = The forge did not accept the record: nothing was changed. An organiser will find the reason among the actions.
forge-done = Noted. To release, renew or close it, write to an organiser, or use mpa.
forge-proposed = Thank you! It has become a request to be reviewed: an organiser will decide.
forge-open-by-hand = Thank you! It is recorded on a branch, but this forge may not make a request of it by itself. An organiser can open it; the branch:
forge-from = From the form
forge-link = Link
forge-claim-name = Claim a task
forge-claim-about = Without git: the task is recorded for you.
forge-claim-issue = I claim a task
forge-claim-intro = Thank you! In a minute or two an answer will appear here: the task is yours, or the reason why not.
forge-field-task = Task to claim
forge-field-task-help = Its id in the list: five letters and digits.
forge-field-public = What will be public
forge-field-public-yes = The name of my account will be seen by everybody beside the task.
forge-propose-name = Propose a task
forge-propose-about = Without git: it becomes a draft, which an organiser reviews.
forge-propose-issue = I propose a task
forge-propose-intro = A good task is done in one go and says how anyone can tell that it is done. Put no address, number or real name of anybody here: this page is public.
forge-field-title = Title of the task
forge-field-title-help = A verb first: “Proofread the announcement in 150 words”.
forge-field-project = Project
forge-field-project-help = Its short name: that of its folder in data/tasks.
forge-field-budget = Time it should take
forge-field-budget-help = 45m, 2h, 1h30, or from-to: 2h-4h.
forge-field-done-when = It is done when
forge-field-done-when-help = What anyone can see, without knowing the project.
forge-field-link = A link that helps
forge-field-description = Anything else worth knowing

# After mpa init --ci
forge-installed = There: the forge will review requests by itself.
forge-asked = Request prepared: add what it takes for the forge to review requests by itself.
forge-nothing = Nothing to do: all the files are there already.
forge-steps = What remains to be done, for the forge:
forge-steps-then = Once the request is accepted, what remains to be done, for the forge:
forge-step = { $number }. { $step }
forge-step-send = Send: { $command }
forge-step-github-actions = On the page of the repository, Settings, then Actions, General: at the bottom, leave “Read repository contents” and tick “Allow GitHub Actions to create and approve pull requests”, for tasks proposed by form.
forge-step-github-protect = Settings, Rules: for { $branch }, require a pull request, the check “review”, and “Require branches to be up to date before merging”: without it, two requests that are right may contradict each other.
forge-step-github-direct = With mode = "direct" in data/mpa.toml, { $branch } stays open: everybody sends to it, and tasks claimed by form are written straight to it. To accept reviewed requests only: mode = "pull-request", delete .github/workflows/mpa-issue.yml, then, on a branch of its own (`git switch -c ci`), { $command } --here.
forge-step-github-merge = If you like: Settings, Secrets and variables, Actions, Variables: MPA_AUTOMERGE set to routine merges what is routine without waiting.
forge-step-gitlab-protect = On the page of the project, Settings, Repository: protect { $branch }; Settings, Merge requests: tick “Pipelines must succeed”.
forge-step-gitlab-comment = For a comment below each request: Settings, Access tokens, a token with “api”; Settings, CI/CD, Variables: MPA_TOKEN, masked and protected; Build, Pipeline schedules: a run on { $branch }, every hour for instance.
forge-step-gitlab-include = Your file .gitlab-ci.yml is kept. Add to it: include: [local: .gitlab/mpa.yml]
forge-step-gitlab-forms = Claiming by form is not automatic on GitLab: the form asks an organiser to note it, with `mpa claim --for`.
forge-step-forgejo-actions = On the page of the repository, Settings: switch Actions on; there must be a runner with the label docker (else change runs-on in .forgejo/workflows).
forge-step-forgejo-protect = Settings, Branches: protect { $branch }, and require the check mpa-review there.
forge-other = data/mpa.toml still says forge = "{ $forge }": links are made for it. Change it if you have moved.
forge-no-tool = This repository does not hold the program mpa, and the forge has to know where to take it: add --tool ADDRESS@VERSION, the https address of mpa’s repository and a commit or tag of it.
forge-wrong-tool = --tool: “{ $found }” is not understood. Expected: an https address, an @, then a commit or a tag, for instance https://example.org/mpa.git@v0.1.0. The version is asked for so that the forge never runs anything else than what you chose.
forge-wrong-place = The folder of the campaign, { $path }, cannot be written into the files of a forge: plain letters, digits, dots, hyphens and slashes only.
