## store : les fichiers, ce qu’on y trouve et ce qu’on y attend

# Dossiers et fichiers
store-permission = Pas la permission de lire { $path }. Vérifie à qui il appartient.
store-folder = Impossible de lire le dossier { $path } : { $cause }.
store-file = Impossible de lire le fichier { $path } : { $cause }.
store-elsewhere = Cette copie n’a pas le texte du fichier { $path } : il est resté sur le serveur (clone partiel). Fais tout venir : `git sparse-checkout disable`
store-not-a-file = { $path } n’est pas un fichier ordinaire (c’est un dossier ou un lien), alors qu’il en faut un.
store-not-a-folder = { $path } n’est pas un dossier (c’est un fichier ou un lien), alors qu’il en faut un.
store-too-many = { $path } contient plus de { $most } fichiers, bien plus qu’une campagne n’en a. Est-ce le bon dossier ?
store-edit = Impossible de faire ce changement sans toucher au reste du fichier : rien n’a été écrit. Fais-le à la main, dans un éditeur de texte.

# Ce qui ne va pas dans un fichier
problem-in-file = { $place } : { $what }
problem-in-field = { $place } : { $field } : { $what }
problem-value = « { $found } » ({ $kind }) ne convient pas. Il faut { $expected }.
problem-missing = C’est obligatoire, et cela manque. Par exemple : { $example }
problem-quoted-day = « { $found } » est un texte, à cause des guillemets. Écris plutôt { $expected }, sans guillemets.
problem-unknown-key = « { $found } » n’est pas un nom connu ici. La ligne est gardée, mais sans effet.
problem-unknown-key-near = « { $found } » n’est pas un nom connu ici, et la ligne est sans effet. Voulais-tu écrire { $expected } ?
problem-empty = Ce texte est vide. Écris quelque chose, ou enlève la ligne.
problem-several-lines = Ce texte a plusieurs lignes, il en faut une seule.
problem-too-long = Ce texte est trop long : { $most } caractères au plus.
problem-hidden = Ce texte contient un caractère invisible ({ $character }). Retape-le plutôt que de le coller.
problem-too-large = Ce fichier pèse plus de { $most } Kio, la limite.
problem-more =
    { $count ->
        [one] et { $count } autre problème dans ce fichier.
       *[other] et { $count } autres problèmes dans ce fichier.
    }
problem-not-utf8 = Ce fichier n’est pas en UTF-8. Enregistre-le dans cet encodage depuis ton éditeur de texte.
problem-conflict = Git a laissé ici une fusion à finir (<<<<<<<). Choisis les lignes à garder, ou reviens en arrière : `git merge --abort` (ou `git rebase --abort`), puis `mpa undo`.
problem-syntax = Cette ligne ne se lit pas (un guillemet, une virgule ou un crochet en trop ou oublié ?) : { $line }
problem-twice = Le nom « { $name } » est déjà donné plus haut, et ne peut l’être qu’une fois. Garde l’un des deux.
problem-future-format = Ces données sont au format { $found }, et cette version de mpa connaît le format { $known }. Installe une version plus récente de mpa.
problem-stray = Le nom de ce fichier ne convient pas ici. Il faut des minuscules sans accent, des chiffres et des tirets, puis .toml, et pour une tâche son identifiant d’abord.
problem-stray-device = Rien n’est lu ici : Windows réserve ce nom à un périphérique, et le dépôt ne pourrait pas y être copié. Il faut un autre nom.
problem-stray-near = « { $found } » ne convient pas comme nom de fichier, et celui-ci n’est donc pas lu. Donne-lui ce nom : { $expected }
problem-stray-alike = Ce fichier n’est pas lu : son nom se confond facilement avec { $id }, l’identifiant { DE($other) }. Si c’est la même tâche, enlève ce fichier ; sinon, donne-lui un identifiant à lui.
problem-stray-in-data = Rien n’est lu ici : directement dans data, il ne faut que mpa.toml et les dossiers themes, projects, tasks et people.
problem-stray-link = Ce lien n’est pas suivi : directement dans data, il ne faut que mpa.toml et les dossiers themes, projects, tasks et people.
problem-stray-task = Ce fichier n’est pas lu ici : une tâche se range dans le dossier de son projet, data/tasks/<projet>.
problem-stray-folder = Rien n’est lu dans ce dossier, car son nom ne convient pas. Il faut le nom court d’un projet : minuscules sans accent et chiffres, avec des tirets entre les mots.
problem-permission = Pas la permission de lire ce fichier. Vérifie à qui il appartient.
problem-not-a-file = Ce n’est pas un fichier ordinaire (c’est un dossier ou un lien), alors qu’il en faut un.
problem-not-a-folder = Rien n’est lu ici, car c’est un lien. Il faut un vrai dossier.
problem-duplicate-id = L’identifiant { $id } est déjà celui { DE($other) }. Il en faut un par tâche.

# Ce qu’on attend : la suite de « Il faut … »
expect-text = un texte entre guillemets, comme "Mettre la liste en ligne"
expect-line = un texte d’une seule ligne, entre guillemets, comme "web"
expect-list = une liste entre crochets, comme ["web", "dessin"]
expect-table = une section : son nom entre crochets, puis ses lignes, comme [resources]
expect-boolean = true (oui) ou false (non), sans guillemets
expect-voters = un nombre entier de 1 à 10000, sans guillemets, comme 80
expect-votes = un nombre entier de 0 à { $of }, celui des votes, sans guillemets
expect-number = un nombre entier de 0 à 10000, sans guillemets, comme 1
expect-day = une date qui existe, de 2000 à 2199, comme 2026-12-04, sans guillemets
expect-until = une date qui ne soit pas avant { $since }, le premier jour, comme { $since }
expect-duration = une durée entre guillemets, comme "45m", "2h" ou "1h30"
expect-budget = un temps prévu entre guillemets, comme "45m", "2h" ou "2h-4h"
expect-place = "remote" (à distance), "on-site" (sur place) ou "either" (l’un ou l’autre)
expect-slug = un nom court : minuscules sans accent et chiffres, avec des tirets entre les mots, comme liste-de-taches
expect-other-name = un autre nom : Windows réserve celui-ci à un périphérique
expect-handle = un pseudo : minuscules sans accent et chiffres, avec des tirets entre les mots, 39 caractères au plus, comme lampe-77
expect-email = une adresse e-mail entre guillemets, comme "lampe@example.org"
expect-id = l’identifiant d’une tâche : au moins 5 chiffres ou minuscules, sans i, l, o ni u, comme k7q2m
expect-link = un lien en https, sans mot de passe, ou mailto: suivi d’une adresse, comme "https://example.org/page"
expect-evidence = un résultat : un lien en https, un fichier du dépôt, le numéro d’un enregistrement git ou une phrase d’au moins 20 caractères, comme "La liste est affichée dans le hall."
expect-one-of = un de ces mots entre guillemets : { $words }
expect-deadline = "sainte-barbe" ou une date comme 2026-12-04
expect-timezone = un fuseau horaire entre guillemets, comme "Europe/Paris"
expect-remote = le nom d’un dépôt distant, comme "origin", et non une adresse
expect-branch = le nom d’une branche, comme "main"
expect-login = un nom de compte : lettres sans accent, chiffres, points, tirets, 64 caractères au plus, comme "lampe-77"
expect-key = une clé publique ssh, qui commence par ssh-, ecdsa- ou sk-, comme "ssh-ed25519 AAAA…"
expect-promotion = une promotion, comme "P17 ICiv" ou "P52"

# Les sortes de valeurs qu’on a trouvées, entre parenthèses derrière la valeur
kind-text = un texte
kind-number = un nombre entier
kind-decimal = un nombre à virgule
kind-boolean = un oui ou non
kind-date = une date
kind-list = une liste
kind-table = une section
kind-name = un nom

# Les listes tenues ailleurs
import-too-large = c’est trop grand. Il faut { $most } Mo au plus : coupe le fichier en plusieurs.
import-too-many = c’est trop long. Il faut { $rows } lignes et { $columns } colonnes au plus : coupe le fichier en plusieurs.
import-empty = il n’y a aucune tâche.
import-workbook = c’est un classeur, pas du texte. Dans le tableur, enregistre la feuille au format CSV.
import-no-text = ce n’est pas du texte. Il faut un fichier csv, json ou todo.txt.
import-broken = le tableau ne se lit pas ({ $cause }).
import-unclosed = ligne { $line } : un guillemet (") s’ouvre et ne se ferme pas ; tout ce qui suit serait pris pour une seule case.
import-broken-json = ligne { $line }, colonne { $column } : ce n’est pas du JSON ({ $cause }).
import-no-objects = il faut une liste d’objets, un par tâche.
import-other-form = cela ressemble à { $found }, pas à { $expected }. Enlève « { $expected } », ou choisis un autre fichier.
import-read-as = Lu comme un tableau : { $delimiter } entre les cases, texte en { $encoding }.
delimiter-semicolon = point-virgule
delimiter-comma = virgule
delimiter-tab = tabulation

# Pourquoi le système ne l’a pas fait
cause-not-there = ce fichier ou ce dossier n’existe pas
cause-there = il y a déjà quelque chose de ce nom
cause-not-allowed = l’accès est refusé
cause-disk-full = le disque est plein
cause-read-only = le disque est en lecture seule
cause-folder = c’est un dossier
cause-no-folder = ce n’est pas un dossier
cause-too-large = le fichier serait trop grand
