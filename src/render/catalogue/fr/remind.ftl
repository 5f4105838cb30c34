## remind : les textes à envoyer, rappels et invitations

# L’en-tête et ce qui entoure
remind-to = À :{ " " }
remind-subject = Objet :{ " " }
remind-no-address = { $person } (adresse inconnue)
remind-to-fill = (à compléter)
remind-nothing = Personne à relancer aujourd’hui.
remind-hello = Bonjour { $person },
remind-hello-team = Bonjour à toute l’équipe d’organisation,
remind-thanks = Merci pour ton aide !
remind-sign = L’équipe d’organisation, { $campaign }
remind-contact = Une question ? { $contact }
remind-in-days = { $days ->
        [0] aujourd’hui
        [1] demain
       *[other] dans { $days } jours
    }
remind-days-ago = { $days ->
        [1] hier
       *[other] il y a { $days } jours
    }

# Tes tâches
remind-subject-ending = « { $task } » est à toi jusqu’au { $until }
remind-subject-ended = « { $task } » : où en es-tu ?
remind-subject-claims = { $campaign } : tes { $count } tâches
remind-claim-ending = « { $task } » ({ $id }, projet { $project }, temps prévu { $budget }) est à toi jusqu’au { $until } : { $when }.
remind-claim-ended = « { $task } » ({ $id }, projet { $project }, temps prévu { $budget }) était à toi jusqu’au { $until } : { $when }. Tant que personne d’autre ne l’a prise, tu peux encore la terminer ou la prolonger.
remind-spent = Temps que tu as noté : { $spent }. Merci !
remind-close = Elle est finie ? `mpa close { $id }`
remind-renew = Il te faut plus de temps, jusqu’au { $until } ? `mpa renew { $id }`
remind-release = Tu ne pourras pas ? Aucun souci, quelqu’un continuera : `mpa release { $id } --handover "ce qui est fait, ce qui reste"`
remind-push = Puis, pour envoyer : { $command }
remind-no-git = Pas d’ordinateur sous la main ? Réponds à ce message, on le notera pour toi.
remind-answer = Où en es-tu ? Réponds à ce message : « c’est fini » (avec un lien ou une phrase qui montre le résultat), « il me faut plus de temps » ou « je laisse la place ». On le notera pour toi.

# Ce que personne n’a pris
remind-subject-tasks = { $campaign } : { $count ->
        [one] { $count } tâche attend quelqu’un
       *[other] { $count } tâches attendent quelqu’un
    }
remind-subject-projects = { $campaign } : { $count ->
        [one] un projet a besoin de toi
       *[other] { $count } projets ont besoin de toi
    }
remind-tasks = { $count ->
        [one] Une tâche attend quelqu’un :
       *[other] { $count } tâches attendent quelqu’un :
    }
remind-task = « { $task } » ({ $id }, projet { $project }, { $budget }) : à faire pour le { $due }, { $when } ; rien n’y a bougé depuis le { $since }.
remind-tasks-more = { $count ->
        [one] … et { $count } autre : `mpa tasks list`
       *[other] … et { $count } autres : `mpa tasks list`
    }
remind-invite = Pour y inviter quelqu’un, avec un texte tout prêt : `mpa remind --invite { $id }`
remind-promised = « { $deliverable } » est promis pour le
remind-promised-nothing = l’échéance est le
remind-project-quiet = Dans le projet { $project }, rien n’a bougé depuis le { $since } et personne n’a de tâche en cours, alors { QUE($promised) } { $due } ({ $when }). Tâches à faire : { $left }.
remind-project-no-lead = Le projet { $project } n’a pas de référent·e (tâches à faire : { $left }). Qui pourrait en répondre ? `mpa projects edit { $slug } --lead PSEUDO`
remind-subject-requests = { $campaign } : { $count ->
        [one] une demande attend un avis
       *[other] { $count } demandes attendent un avis
    }
remind-requests = { $count ->
        [one] Une demande attend depuis plus de deux jours ouvrés :
       *[other] { $count } demandes attendent depuis plus de deux jours ouvrés :
    }
remind-review = Pour les relire, en dix secondes chacune : `mpa review`

# Inviter
invite-not-open = « { $task } » ({ $id }) ne peut pas être prise en ce moment : inutile d’y inviter quelqu’un.
invite-subject = { $budget } pour aider { $campaign } : « { $task } »
invite-hello = Bonjour,
invite-task = { $campaign } cherche quelqu’un pour une tâche précise : « { $task } » ({ $id }).
invite-facts = Temps prévu : { $budget }, { $place }, pour le { $due } ({ $when }).
invite-facts-late = Temps prévu : { $budget }, { $place }, dès que possible (c’était prévu pour le { $due }).
invite-skills = Utile à savoir : { $skills }.
invite-why = À quoi cela sert : préparer « { $deliverable } », promis par le projet { $project }.
invite-why-project = À quoi cela sert : faire avancer le projet { $project }.
invite-done-when = C’est fini quand : { $condition }
invite-resources = Pour t’aider :
invite-resource = { $label } : { $link }
invite-write = Pour la prendre sans rien installer : écris à { $contact } « je prends { $id } », avec un pseudo de ton choix (il sera public). On le note pour toi ; quand c’est fini, envoie le résultat et le temps passé au même endroit.
invite-answer = Pour la prendre sans rien installer : réponds à ce message « je prends { $id } », avec un pseudo de ton choix (il sera public). On le note pour toi ; quand c’est fini, réponds encore, avec le résultat et le temps passé.
invite-git = Avec git et mpa :
invite-start = La première fois : `{ $command }`
invite-start-fetched = Ou sans installer mpa, avec uv (https://docs.astral.sh/uv) : `{ $command }`
invite-read = Pour la lire : `mpa tasks { $id }`
invite-claim = Pour la prendre, jusqu’au { $until } : `mpa claim { $id }`
invite-push = Pour envoyer : { $command }

# Les adresses
addresses-shared = Les adresses sont privées : elles ne doivent pas se trouver dans le dossier d’une campagne, où tout le monde pourrait les lire, comme ici { $path }.
addresses-unread = Le fichier des adresses, { $path }, n’a pas pu être lu : { $cause }
hint-addresses = Range-les ailleurs, par exemple dans ton dossier de configuration, et retire MPA_ADDRESSES ou donne-lui le nouveau chemin.
note-addresses-create = Il manque des adresses. Pour que mpa les ajoute, crée le fichier { $path }, une ligne par personne : `lampe-77 = "lampe@example.org"`
note-addresses-add = Il manque des adresses. Pour que mpa les ajoute, complète le fichier { $path }, une ligne par personne : `lampe-77 = "lampe@example.org"`
