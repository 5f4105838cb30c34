## cli : ce que répond la ligne de commande elle-même

# Ce qui est mal tapé
wrong-day = { $flag } : « { $found } » n’est pas une date. Il faut par exemple 04/12/2026, « 4 décembre », « lundi » ou « demain ».
wrong-since = { $flag } : « { $found } » n’est pas un jour. Il faut par exemple « lundi », 23/11/2026 ou « semaine dernière ».
since-before = La campagne n’a commencé que le { $first } : tout est compté depuis ce jour, et non depuis le { $day }.
since-to-come = --since : le { $day } est encore à venir. Il faut un jour passé : « lundi », 23/11/2026 ou « semaine dernière », par exemple.
link-meant = { $flag } : « { $found } » se lit { $link }.
day-meant = { $flag } : « { $found } » se lit { $day }.
day-read = { $flag } : « { $found } » se lit { $day } (jour/mois/année).
wrong-time-unit = { $flag } : « { $found } » peut se lire de deux façons. Il faut { $found }m pour des minutes ou { $found }h pour des heures.
wrong-time = { $flag } : « { $found } » n’est pas une durée. Il faut par exemple 45m, 2h ou 1h30.
wrong-budget = { $flag } : « { $found } » n’est pas un temps prévu. Il faut une durée (45m, 2h, 1h30) ou deux (2h-4h).
wrong-handle = { $flag } : « { $found } » ne peut pas être un pseudo : { $reason }. Il faut 1 à 39 lettres minuscules sans accent, chiffres ou tirets simples, par exemple lampe-77.
wrong-slug = { $flag } : « { $found } » ne peut pas être un nom court : { $reason }. Il faut des minuscules sans accent, des chiffres et des tirets, par exemple liste-de-taches.
wrong-id = { $flag } : « { $found } » n’est pas un identifiant de tâche entier : { $reason }. Il faut par exemple k7q2m.
name-empty = il n’y a rien
name-too-short = il a moins de { $least } caractères
name-too-long = il a plus de { $most } caractères
name-sign = « { $sign } » n’y est pas admis
name-space = les espaces n’y sont pas admis
name-hyphens = un tiret ne va qu’entre deux mots
name-device = Windows réserve ce mot à un périphérique, et aucun fichier ne peut y porter ce nom
wrong-evidence = { $flag } : « { $found } » ne montre pas le résultat. Il faut un lien https, un chemin, un commit, ou une phrase de 20 caractères au moins.
wrong-evidence-mail = { $flag } : « { $found } » est une adresse e-mail, qui ne montre rien. Il faut un lien https, un chemin, un commit, ou une phrase de 20 caractères au moins.
wrong-evidence-link = { $flag } : « { $found } » n’est pas un lien https, et seul un lien https peut être suivi par tout le monde.
wrong-evidence-path = { $flag } : « { $found } » mène hors du dépôt, où personne d’autre ne le trouverait. Il faut le chemin depuis le haut du dépôt, par exemple docs/modele.odt.
wrong-line = { $flag } : ce texte ne convient pas. Il faut une seule ligne, avec un mot au moins et 200 caractères au plus, sans caractère invisible.
wrong-text = { $flag } : ce texte ne convient pas. Il faut un texte d’un mot au moins, sans caractère invisible.
wrong-empty = { $flag } : il n’y a rien. Il faut un mot au moins.
wrong-resource = { $flag } : « { $found } » n’est pas une ressource. Il faut un lien https, seul ou derrière un nom, par exemple « Modèle de fiche=https://example.org/fiche ».
wrong-pair = { $flag } : « { $found } » ne convient pas. Il faut un nom court, le signe = et une valeur.
wrong-class = { $flag } : « { $found } » n’est pas une promotion. Il faut par exemple P17 ICiv.
wrong-deadline = { $flag } : « { $found } » n’est pas une échéance. Il faut sainte-barbe ou une date, par exemple 2026-12-04.
wrong-timezone = { $flag } : « { $found } » n’est pas un fuseau horaire. Il faut par exemple Europe/Paris.
wrong-word = { $flag } : « { $found } » n’est pas reconnu. Au choix : { $words }.
wrong-poll = { $votes } voix sur { $of } : ce vote est impossible. Il faut au moins un vote, { $most } au plus, et pas plus de voix que de votes.
wrong-count = « { $found } » n’est pas un nombre de votes. Il faut un nombre entier, comme 34.
wrong-copies = --copies : { $found } ne convient pas. Il faut de 1 à { $most } exemplaires.
wrong-patience = MPA_PATIENCE : « { $found } » n’est pas un nombre de secondes. Il faut par exemple 30.
wrong-now = MPA_NOW : « { $found } » n’est pas un moment. Il faut par exemple 2026-11-24T10:00:00+01:00.
rendre = « Rendre » peut vouloir dire deux choses : libérer la tâche sans la finir, ou la terminer en montrant le résultat.

# La forme de la commande
hint-name = Peut-être : { $name }
no-such-skill = Aucune tâche ne demande « { $skill } ». Les compétences demandées : { $words }.
no-such-town = Aucune tâche ne se fait à « { $town } ». Les lieux : { $words }. Sans se déplacer : `mpa tasks list --where remote`
no-towns = Aucune tâche ne se fait à « { $town } » : pour l’instant, aucune ne nomme de lieu. Sans se déplacer : `mpa tasks list --where remote`
no-such-skill-near = Aucune tâche ne demande « { $skill } ». Peut-être { $near } ? Les compétences demandées : { $words }.
usage-command = « { $found } » n’est pas une commande de mpa.
usage-command-meant = « { $found } » n’est pas une commande de mpa. Tu veux sans doute :
usage-command-ask = « { $found } » n’est pas une commande de mpa. La page de chaque tâche dit à qui poser une question :
usage-command-near = « { $found } » n’est pas une commande de mpa. Peut-être : { $suggested }.
usage-argument = « { $found } » n’est pas attendu ici.
usage-argument-near = « { $found } » n’est pas attendu ici. Peut-être : { $suggested }.
usage-no-value = { $argument } doit être suivi d’une valeur.
usage-number = { $argument } : « { $found } » n’est pas un nombre.
usage-missing = Il manque { $argument }.
usage-conflict = { $argument } et { $other } ne vont pas ensemble.
usage-missing-command = Il manque la suite de la commande.
usage-utf8 = La commande contient des caractères illisibles. Il faut de l’UTF-8.
usage-other = La commande n’est pas comprise ({ $argument }).

# Les données, l’écriture
no-data = Il n’y a pas de liste de tâches ici : ni { $path } ni les dossiers au-dessus ne contiennent data/mpa.toml.
no-data-there = Il n’y a pas de liste de tâches dans { $path } : il y faut un dossier data qui contient mpa.toml.
hint-no-data = Tu as une invitation ? `mpa start ADRESSE`. La liste est déjà sur cet ordinateur ? Va dans son dossier (`cd DOSSIER`). Ou fonde une campagne dans un nouveau dossier : `mpa init DOSSIER`
man-written = { $count } pages de manuel sont dans { $path }. Pour lire la première : `{ $command }`
man-unwritten = Les pages de manuel n’ont pas pu être écrites dans { $path } : { $cause }. Il faut un dossier où écrire.
unwritten = Le résultat n’a pas pu être écrit : { $cause }
bug = mpa a rencontré une erreur interne, et ce n’est pas ta faute : { $cause }

# Questions
ask-task = Quelle tâche ?
ask-search = (tape quelques lettres pour chercher)
ask-nothing = (rien ne correspond : efface des lettres)
ask-project = Quel projet ?
ask-address = Git publie une adresse avec chaque enregistrement, pour toujours. Celle-ci ne reçoit rien :
wrong-address = « { $found } » n’est pas une adresse. Par exemple : lampe-77@example.org
ask-handle = Ton pseudo (public, en minuscules) :
ask-votes = Combien de voix pour ce projet ?
ask-votes-of = Sur combien de votes en tout ?
ask-next-early = La campagne court jusqu’au { $deadline }. La finir quand même maintenant ?
ask-idea = Quelle idée du thème ?
ask-this-idea = S’agit-il de l’idée « { $idea } » ?
note-this-idea = Il s’agit de l’idée « { $idea } ».
note-new-idea = Aucune idée du thème { $theme } n’est écrite ainsi : « { $idea } » est notée telle quelle.
which-idea = « { $idea } » peut être l’une de ces { $count } idées du thème { $theme }. Donne quelques mots de plus :
candidate-idea = « { $idea } »
ask-evidence = Le résultat : un lien, un fichier, ou une phrase :
ask-time = Le temps passé aujourd’hui (par exemple 1h30, ou rien) :
ask-time-spent = Combien de temps ? (par exemple 45m ou 1h30)
ask-reason = Pourquoi ?
ask-title = Le titre :
ask-budget = Le temps prévu (par exemple 2h, ou 2h-4h) :
ask-done-when = C’est fini quand…
ask-due = À faire avant quel jour ? (par exemple lundi ou 4/12, ou rien) :
ask-resource = Une ressource utile (un lien, ou nom=lien) :
ask-deliverable = Pour quel livrable ?
ask-deliverable-none = Aucun en particulier
ask-resource-or-mailbox = Une ressource utile, un lien ou nom=lien (ou Entrée, l’adresse où poser des questions) :
ask-keep-anyway = { $remark } Garder ce texte quand même ?
ask-name = Le nom de la campagne :
ask-folder = Le dossier à créer pour elle :
ask-deadline = L’échéance (sainte-barbe, ou une date) :
ask-contact = L’adresse à laquelle poser une question (ou rien) :
yes = Oui
no = Non
ask-choices-yes = [O/n]
ask-choices-no = [o/N]
ask-yes-or-no = Réponds par o (oui) ou n (non) ; Échap pour ne pas répondre.
ask-help-pick = ↑↓ pour choisir, Entrée pour valider, Échap pour arrêter
ask-help-back = ↑↓ pour choisir, Entrée pour valider, Échap pour revenir
ask-help-later = ↑↓ pour choisir, Entrée pour la prendre, Échap pour plus tard
label-handle = Le pseudo
label-votes = Le nombre de voix
label-votes-of = Le nombre de votes
label-evidence = Le résultat
label-time = Le temps
label-time-spent = Le temps
label-reason = La raison
label-title = Le titre
label-budget = Le temps prévu
label-done-when = Comment on voit que c’est fini
label-due = La date
label-resource = La ressource
label-resource-or-mailbox = La ressource
label-name = Le nom
label-deadline = L’échéance
label-contact = L’adresse
label-answer = La réponse
ask-claim-anyway = { $warning } La prendre quand même ?
ask-write-anyway = { $remark } L’enregistrer quand même ?
ask-cancel = Annuler « { $task } » ?
ask-forget = Remplacer { $person } partout par un nom anonyme ? (L’historique de git gardera l’ancien pseudo.)
ask-this-task = S’agit-il de « { $task } » ({ $id }) ?
note-this-task = Il s’agit de « { $task } » ({ $id }).
unknown-person = Personne ne s’appelle encore { $person } ici, et quelqu’un s’y appelle { $other }.
ask-unknown-person = { $warning } Est-ce bien { $person } ?
hint-write-anyway = Si tout le monde peut le lire, et pour toujours, ajoute --yes.
hint-unknown-person = Si c’est cette personne : { $flag } { $other }. Si { $flag } désigne quelqu’un d’autre, ajoute --yes.
which-task = De quelle tâche s’agit-il ? Ajoute son identifiant (TÂCHE).
which-project = De quel projet s’agit-il ? Ajoute son nom court.
which-of = { $count ->
    [one] « { $typed } » en dit trop peu. Si c’est cette tâche, donne son identifiant.
   *[other] « { $typed } » peut désigner { $count } tâches. Ajoute l’identifiant de la bonne.
}
which-near = { $count ->
    [one] Rien ne s’appelle « { $typed } ». Si c’est cette tâche, donne son identifiant.
   *[other] Rien ne s’appelle « { $typed } ». Si c’est une de ces tâches, donne son identifiant.
}
candidate = { $id }  { $task } ({ $status })
candidates-more = { $count ->
    [one] … et { $count } autre
   *[other] … et { $count } autres
}
by-hand-again = Reprendre le texte dans l’éditeur ?
by-hand-encoding = L’éditeur n’a pas enregistré en UTF-8, et ce fichier doit l’être : choisis « UTF-8 » dans l’éditeur, puis enregistre de nouveau.
by-hand-kept = Ce que tu as écrit est gardé dans { $path }.
by-hand-left = L’éditeur { $editor } s’est arrêté sur une erreur : rien n’est enregistré.
by-hand-no-editor = L’éditeur { $editor } ne s’ouvre pas : { $cause }
no-answer = La réponse n’a pas pu être lue : { $cause }
stopped = Rien n’a été changé.

# mpa init
init-home = { $path } est ton dossier personnel : il faut à une campagne un dossier à elle.
init-taken = { $path } contient déjà autre chose : il faut à une campagne un dossier à elle.
hint-init-here = Pour la fonder ici quand même : `{ $command }`
folder-gone = Le dossier { $path } n’existe plus. Va dans un dossier qui existe : `cd`
init-folder = campagne
init-steps = Il reste à faire, dans { $path } :
init-step-edit = 1. Regarder data/mpa.toml, et donner son vrai nom au projet d’exemple : `mpa projects edit { $project } --title "…"`
init-step-add = 2. Ajouter des tâches : `mpa tasks add`
init-step-check = 3. Vérifier : `mpa check`
init-step-share = 4. Publier : créer un dépôt vide sur une forge, puis `git remote add origin ADRESSE` et `git push -u origin HEAD`
model-project = Premier projet
model-deliverable = Premier livrable
model-title = Écrire une tâche précise sur ce modèle
model-done-when = Une personne qui ne connaît pas le projet sait dire si c’est fait.
model-description = Un verbe d’abord, un résultat que l’on peut voir, un temps honnête, un lien qui aide. Quand la fiche est prête : mpa tasks edit --publish.
no-contact-yet = l’équipe d’organisation

# mpa start
ask-repository = L’adresse du dépôt de ton association (dans ton invitation) :
wrong-repository = « { $found } » n’est pas l’adresse d’un dépôt. Il faut par exemple https://forge.example.org/asso/campagne
start-address = L’adresse est dans ton invitation : `mpa start ADRESSE`
start-busy = Une autre commande `mpa start` fait déjà cette copie. Attends qu’elle finisse, puis recommence.
start-taken = Le dossier { $path } contient déjà autre chose. Pour copier la campagne ailleurs :
start-no-folder = Le dossier { $path } ne peut pas être créé : { $cause }
start-no-campaign = Ce dépôt ne contient pas de campagne : il y faut un dossier data qui contient mpa.toml. Vérifie l’adresse auprès de qui t’invite.
start-unreached =
    Rien ne répond à l’adresse { $address } : pas de réseau, ou une faute dans l’adresse. Vérifie, puis recommence. Voici ce que dit git :
    { $output }
start-no-account =
    { $address } demande un compte : ou bien l’adresse a une faute, ou bien le dépôt est privé et il te faut un accès. Demande-le à qui t’invite. Voici ce que dit git :
    { $output }
start-not-copied =
    { $address } ne se laisse pas copier. Vérifie l’adresse et ton accès auprès de qui t’invite. Voici ce que dit git :
    { $output }
start-copied = La campagne « { $campaign } » est copiée dans { $path }.
start-there = La campagne « { $campaign } » est dans { $path }.
start-language = En français : `mpa start --lang { $language }`
start-handle-taken = Quelqu’un s’appelle déjà { $person } ici.
ask-handle-own = { $taken } Est-ce toi ?
hint-handle-own = Si c’est bien toi, ajoute --yes ; sinon, choisis un autre pseudo.
start-no-handle = Il te manque un pseudo, qui sera public : `git config mpa.handle PSEUDO`, ou `mpa start --as PSEUDO`
start-no-author = Git ne sait pas quelle adresse inscrire dans tes enregistrements, et elle sera publique. Une qui ne reçoit rien convient : `mpa start --email { $person }@example.org`
start-skills = Les tâches demandent : { $words }.
ask-skills = Que sais-tu faire ? (avec des virgules, ou rien) :
skills-no-word = Oui ou non n’est pas une compétence. Écris une ou plusieurs de ces compétences, ou rien.
start-data-public = Public : pseudo, adresse de git, tâches prises, temps, textes.
start-data-here = Sur cet ordinateur seulement : ce que tu sais faire.
start-data-lasts = Ce qui est publié reste dans l’historique, que chacun peut copier.
start-data-forget = Pour être oublié : `mpa forget { $person }`, ou { $contact }.
start-direct = `mpa sync` envoie ce que tu fais.
start-by-request = Ce que tu fais devient une demande que l’organisation relit : `mpa sync` l’envoie.
start-anywhere = `mpa` marche depuis n’importe où.
start-data-elsewhere = MPA_DATA désigne un autre dossier, { $path } : tant qu’elle est là, mpa écrit dans ce dossier-là. Pour l’enlever : `unset MPA_DATA`
start-not-kept = Pour que mpa marche depuis n’importe quel dossier : `{ $command }`
start-offers = De quoi commencer :
ask-first-task = Par quoi commencer ?
start-claim = Pour en prendre une : `mpa claim IDENTIFIANT`
start-stopped = Arrêté. Ce qui est fait reste ; pour continuer : `mpa start`
start-on = Il manque des réponses pour prendre une tâche. Pour continuer : `mpa start`
start-anywhere-instead = `mpa` mène maintenant ici depuis n’importe quel dossier (avant : { $before }).
start-later = Plus tard, alors. Pour voir ce qui est libre : `mpa tasks`
note-campaign = Dans la campagne « { $campaign } » ({ $path })

# import
import-unreadable = { $path } : impossible de lire ce fichier ({ $cause }).
import-which-file = Il manque le fichier : tape `mpa import { $form }` suivi de son chemin, ou de - pour l’entrée standard.
import-no-list = { $path } : { $what }
import-unsaid = À préciser.
ask-import = { $count ->
        [one] Ajouter cette tâche ?
       *[other] Ajouter ces { $count } tâches ?
    }
