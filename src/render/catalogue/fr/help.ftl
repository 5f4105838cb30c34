## help : ce que dit mpa --help, commande par commande

heading-usage = Emploi :
heading-commands = Commandes{ " " }
heading-volunteers = Bénévoles{ " " }:
heading-everyone = Pour tout le monde{ " " }:
heading-organisers = Organisation{ " " }:
heading-arguments = Arguments{ " " }
heading-common = Options communes{ " " }
heading-options = Options{ " " }

help = Des tâches précises pour bénévoles. mpa seul : ce qui compte aujourd’hui.
help-rest = Toutes les options :
after-help =
    Pour commencer : mpa start ADRESSE, puis mpa tasks (ce qui est libre)
    Une commande en détail : mpa help COMMANDE. Tout : mpa help --all
help-man = Les mêmes pages pour man : mpa help --man ~/.local/share/man/man1
man-name = NOM
man-synopsis = SYNOPSIS
man-notes = NOTES
help-start = Commence : copie la campagne et demande qui tu es
arg-start-address = L’adresse du dépôt, dans ton invitation ; ou rien, pour reprendre
arg-start-dir = Le dossier à créer
arg-start-email = L’adresse que git inscrit dans tes enregistrements, et qui devient publique
arg-start-skills = Ce que tu sais faire, avec des virgules ; reste sur cet ordinateur
arg-start-time = Ne propose que ce qui tient dans ce temps
arg-start-offline = N’interroge pas le dépôt partagé
arg-start-yes = Ne demande pas si le pseudo est bien le tien
help-tasks = Les tâches : les voir, en ajouter, les changer
help-tasks-list = Liste ce qui peut être pris maintenant, le plus pressé d’abord
help-tasks-show = Montre tout d’une tâche
help-tasks-add = Ajoute une tâche
help-tasks-edit = Change les textes d’une tâche
help-tasks-cancel = Annule une tâche
help-tasks-reopen = Rouvre une tâche terminée ou annulée
help-claim = Prend une tâche
help-renew = Prolonge une tâche que tu as prise
help-release = Libère une tâche que tu as prise, sans la finir
help-log = Note le temps passé sur une tâche
after-help-log = Exemples : mpa log 1h30 · mpa log k7q2m 45m --day 2026-11-25
help-close = Termine une tâche, en montrant le résultat
help-undo = Défait ta dernière action
help-projects = Les projets : les voir, en ajouter, les changer
help-projects-list = Liste les projets
help-projects-show = Montre tout d’un projet
help-projects-add = Ajoute un projet
help-projects-edit = Change les textes d’un projet
help-themes = Les thèmes : les voir, en ajouter
help-themes-list = Liste les thèmes
help-themes-show = Montre tout d’un thème
help-themes-add = Ajoute un thème
help-join = Rejoint un projet
help-leave = Quitte un projet
help-progress = Montre l’avancement de chaque projet vers l’échéance
help-deliver = Livre ce qu’un projet a promis
help-send-back = Donne à reprendre une tâche terminée, en disant pourquoi
help-remind = Écrit des rappels et des invitations à copier dans un message ; n’envoie rien
help-site = Écrit la page publique dans un dossier : des fichiers à mettre en ligne, en français et en anglais
help-export = Écrit ce que contient la campagne, pour un tableur, un agenda ou un programme
after-help-export =
    csv : toutes les tâches, pour un tableur · hours : les heures notées, par mois, personne et projet
    json : tout, pour un programme · ics : les échéances, pour un agenda
    Exemples : mpa export csv -o taches.csv · mpa export hours -o heures.csv
help-import = Ajoute les tâches d’une liste tenue ailleurs, en un seul enregistrement
after-help-import =
    Lit : csv (tableur) · json · todo.txt · taskwarrior (task export) · github (gh issue list --json …)
    Montre d’abord ce que deviendrait chaque ligne ; rien n’est écrit si une seule est à corriger, sauf avec --partial.
    Importer deux fois n’ajoute rien. Exemples : mpa import taches.csv --project mphack --dry-run · task export | mpa import -
help-forget = Remplace un pseudo partout par un nom anonyme, et retire la fiche de la personne
help-sync = Envoie tes actions, reçoit celles des autres
help-check = Cherche tout ce qui ne va pas dans les données ; code de retour 0 ou 1
help-review = Relit les demandes qui attendent, ou une seule : ce qu’elle change, et si elle peut être fusionnée sans être lue
after-help-review =
    Exemples : mpa review (toutes) · mpa review 12 · mpa review mpa/k7q2m-lampe-77 · mpa review main..HEAD
    Code de retour : 0 si rien n’est refusé, 1 sinon, 3 si un côté ne peut pas être lu.
help-init = Fonde une campagne : dépôt git, règles, page pour les bénévoles, tâche modèle
help-doctor = Cherche ce qui manque, et dit quoi taper
help-completions = Écrit le script qui complète avec la touche Tab : bash, zsh, fish ou powershell
after-help-completions =
    Une fois pour toutes, une ligne selon ton terminal :
    bash : echo 'eval "$(mpa completions bash)"' >> ~/.bashrc
    zsh : echo 'eval "$(mpa completions zsh)"' >> ~/.zshrc (après compinit)
    fish : echo 'mpa completions fish | source' >> ~/.config/fish/config.fish
    PowerShell : Add-Content $PROFILE 'mpa completions powershell | Out-String | Invoke-Expression'
    Ensuite, dans un nouveau terminal, la touche Tab propose commandes, tâches, projets, pseudos et compétences.
help-rendre = Libérer ou terminer ?

arg-version = Affiche la version
arg-help = Affiche cette aide
arg-data = Dossier des données (sinon MPA_DATA, sinon le plus proche au-dessus d’ici)
arg-handle = Agit sous ce pseudo, ou @COMPTE (sinon MPA_HANDLE, git config mpa.handle)
arg-person = Le pseudo à oublier
arg-people = Seulement pour ces personnes
arg-invite = Écrit plutôt une invitation à prendre cette tâche
arg-lang = Langue : fr ou en
arg-color = Couleurs : auto, always (toujours) ou never (jamais)
arg-quiet = N’affiche que l’essentiel
arg-no_pager = Affiche tout d’un coup, sans tourner les pages
arg-format = Forme du résultat : table, json, csv ou markdown
arg-changed_since = Ne parle que des fichiers changés depuis cette version
arg-offline = Ne demande rien au réseau
arg-doctor-format = Forme du résultat : table ou json
arg-mpa-format = Forme du résultat : table ou json
arg-tasks-show-format = Forme du résultat : table ou json
arg-projects-show-format = Forme du résultat : table ou json
arg-themes-show-format = Forme du résultat : table ou json
arg-fix = Remet les fichiers en forme, en un seul enregistrement
arg-dry_run = Montre ce qui serait enregistré, sans rien changer
arg-on_behalf = Pour cette personne, qui n’utilise pas git : pseudo, ou @COMPTE de la forge
arg-here = Écrit sur la branche actuelle ; hors de la principale, une proposition
arg-sync = Envoie tout de suite, et n’annonce rien avant que ce soit arrivé
arg-rebase = Emporte aussi tes commits que mpa n’a pas faits, et celles de tes actions qui ont été retirées de la liste partagée
arg-open = Ouvre aussi les demandes sur GitHub avec son programme gh, s’il est là et connecté
arg-sync-dry_run = Montre ce qui serait envoyé et reçu, sans rien déplacer
arg-yes = Ne pose pas de question de confirmation
arg-words = Identifiant de la tâche, son début, ou des mots de son titre
arg-log-words = La tâche (si tu en as plusieurs), puis le temps : 45m, 2h, 1h30
arg-project = Nom court du projet
arg-theme = Nom court du thème
arg-request = Numéro d’une demande, branche, ou deux commits : main..HEAD
arg-author = Compte qui a envoyé la demande, selon la forge
arg-require = Avec routine : finit par 1 aussi quand quelque chose est à décider
arg-check-format = Forme du résultat : table, markdown, json, github ou gitlab
arg-remind-format = Forme du résultat : table ou json
arg-review-format = Forme du résultat : table, markdown, json, github ou gitlab
value-require = routine
value-request = DEMANDE
value-login = COMPTE
arg-all = Toutes les tâches, quel que soit leur état
arg-status = Seulement ces états : open, claimed, blocked, draft, done, cancelled, expired, sent-back, pending
arg-mine = Seulement mes tâches
arg-tasks-time = Seulement ce qui tient dans ce temps : 40m, 2h
arg-tasks-list-time = Seulement ce qui tient dans ce temps : 40m, 2h
arg-claim-time = Choisir parmi ce qui tient dans ce temps : 40m, 2h
arg-time = Temps passé aujourd’hui, noté au passage
arg-skill = Compétence (plusieurs : séparées par des virgules)
arg-tasks-skill = Seulement ce qui demande cette compétence
arg-tasks-list-skill = Seulement ce qui demande cette compétence
arg-place = Où : remote (à distance), on-site (sur place) ou either (au choix)
arg-tasks-place = Lieu : remote (à distance), on-site (sur place), either ou une ville
arg-tasks-list-place = Lieu : remote (à distance), on-site (sur place), either ou une ville
arg-place_name = Nom du lieu, pour une tâche sur place
arg-due_before = Seulement ce qui est à rendre ce jour ou avant
arg-search = Seulement ce dont le titre, le texte, les compétences ou le projet ont ces mots
arg-sort = Ordre : due, budget, created, project, title ou fit (ce qui te va le mieux)
arg-limit = Au plus ce nombre de tâches
arg-title = Titre
arg-budget = Temps prévu : 45m, 2h, 1h30, ou 2h-4h
arg-done_when = À quoi l’on voit que c’est fini
arg-tasks-add-deliverable = Livrable du projet que la tâche sert
arg-tasks-edit-deliverable = Livrable du projet que la tâche sert
arg-deliverable = Livrable : nom court=titre (le premier ajouté est le premier promis)
arg-deliver-deliverable = Nom court du livrable, s’il y en a plusieurs
arg-deliverable_due = Échéance d’un livrable : nom court=date
arg-due = Échéance de la tâche
arg-after = Tâches à terminer avant (identifiants séparés par des virgules)
arg-contact = À qui poser une question
arg-description = Description
arg-resource = Ressource : nom=https://… (plusieurs : répéter l’option)
arg-draft = Brouillon : pas encore proposée
arg-copies = Nombre de tâches semblables, une par personne
arg-publish = Propose un brouillon
arg-redact = Masque, dans les textes, les adresses et numéros de téléphone personnels
arg-sync-yes = Ne doute pas de l’horloge
arg-remove = Retire : deliverable, skills, due, after, contact, description
arg-projects-edit-remove = Retire : idea, summary, leads, contact, needs, ended
arg-reason = La raison
arg-out = Dossier des pages : vide, nouveau, ou déjà fait par mpa
arg-base_url = Adresse où les pages seront publiées, pour les flux d’actualités et le plan de site
arg-export-kind = Quoi écrire : csv, json, ics ou hours (heures)
arg-output = Le fichier à écrire (sinon la sortie standard)
arg-import-form = Forme de la liste (sinon reconnue) : csv, json, todo.txt, taskwarrior ou github
arg-file = Le fichier à lire, ou - pour l’entrée standard
arg-import-project = Range toutes les lignes dans ce projet
arg-partial = Ajoute ce qui va, même si d’autres lignes sont à corriger
arg-import-format = Forme de ce que montre --dry-run : table ou json
arg-site-open = Ouvre la première page dans le navigateur
arg-until = Jusqu’à ce jour
arg-claim-until = Jusqu’à ce jour ; sinon, et au plus, jusqu’à celui que dit « mpa tasks TÂCHE »
arg-handover = Ce qui est fait et ce qui reste à faire
arg-day = Le jour où le temps a été passé (sinon aujourd’hui)
arg-total = Le temps est le total de la journée, au lieu de s’ajouter
arg-evidence = Le résultat : lien, chemin, commit, ou phrase de 20 caractères au moins
arg-note = Une remarque
arg-lead = Pseudos des référent·e·s
arg-need = Ce dont le projet a besoin (plusieurs : répéter l’option)
arg-ended = Le jour où le projet s’est arrêté
arg-idea = Idée
arg-summary = Résumé
arg-slug = Nom court (sinon tiré du titre)
arg-question = Question que pose le thème
arg-class = Promotion, par exemple P17 ICiv
arg-dir = Dossier de la campagne (sinon ici)
arg-shell = bash, zsh, fish ou powershell
arg-name = Nom de la campagne
arg-deadline = Échéance : sainte-barbe, ou une date
arg-schemas = Dit aux éditeurs de texte (Taplo, Even Better TOML) ce que peut contenir chaque ligne d’un fichier ; une nouvelle campagne le fait déjà
arg-ci = Ajoute ce qu’il faut pour que la forge relise les demandes : github, gitlab ou forgejo
arg-tool = D’où la forge prend mpa : https://…@VERSION (sinon de ce dépôt)
arg-timezone = Fuseau horaire : Europe/Paris

value-kind = FORME
value-file = FICHIER
value-command = COMMANDE
value-task = TÂCHE
value-task-time = TÂCHE|TEMPS
value-project = PROJET
value-theme = THÈME
value-deliverable = LIVRABLE
value-changed-since = VERSION
value-address = ADRESSE
value-email = ADRESSE
value-skills = COMPÉTENCES
value-dir = DOSSIER
value-data = DOSSIER
value-ci = FORGE
value-url = ADRESSE
value-tool = ADRESSE
value-handle = PSEUDO
value-on-behalf = PSEUDO
value-lead = PSEUDO
value-lang = LANGUE
value-color = QUAND
value-format = FORMAT
value-status = ÉTAT
value-time = TEMPS
value-budget = TEMPS
value-skill = COMPÉTENCE
value-place = LIEU
value-place-name = LIEU
value-due-before = DATE
value-due = DATE
value-until = DATE
value-day = DATE
value-ended = DATE
value-deadline = DATE
value-deliverable-due = LIVRABLE=DATE
value-after = TÂCHE
value-search = MOTS
value-sort = ORDRE
value-limit = NOMBRE
value-copies = NOMBRE
value-title = TEXTE
value-done-when = TEXTE
value-contact = TEXTE
value-description = TEXTE
value-reason = TEXTE
value-handover = TEXTE
value-note = TEXTE
value-need = TEXTE
value-idea = TEXTE
value-summary = TEXTE
value-question = TEXTE
value-name = TEXTE
value-resource = NOM=LIEN
value-remove = CHAMP
value-evidence = RÉSULTAT
value-slug = NOM
value-shell = TERMINAL
value-class = PROMOTION
value-timezone = FUSEAU
