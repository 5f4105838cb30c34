## lint : ce qui ne va pas dans l’ensemble des données

lint-no-organiser = Personne ne figure dans l’organisation : tout le monde peut donc tout décider. Il faut au moins un pseudo.
lint-no-contact = Aucune adresse de contact : les bénévoles ne sauront pas à qui écrire. Il en faut une, celle d’un rôle plutôt que d’une personne.
lint-no-such-theme = Aucun fichier lisible de data/themes ne s’appelle « { $theme } ». Il faut le nom court d’un thème.
lint-no-first-deliverable = Aucun livrable n’est marqué comme le premier. Ajoute first = true à celui qui est promis pour l’échéance.
lint-several-first-deliverables = { $count ->
        [one] { $count } livrable est marqué first = true
       *[other] { $count } livrables sont marqués first = true
    } : il en faut un seul.
lint-no-such-project = Cette tâche est rangée dans le projet « { $project } », qui n’a pas de fichier lisible dans data/projects.
lint-no-such-deliverable = Le projet « { $project } » n’a pas de livrable « { $deliverable } ». Il faut le nom court d’un de ses livrables.
lint-no-such-task = Aucune tâche n’a l’identifiant { $id }. Il faut celui d’une tâche qui existe.
lint-large-budget = Le temps prévu est de { $found }, plus que { $expected }, le maximum pour une tâche : mieux vaut la couper en plusieurs.
lint-over-budget = On y a déjà passé { $spent }, { $more } de plus que le temps prévu ({ $budget }) : mieux vaut couper la tâche, ou en revoir le temps : `mpa tasks edit { $id } --budget TEMPS`
lint-future-day = La date du { $day } est encore à venir : on ne note rien au-delà de demain.
lint-early-day = La date du { $day } est trop ancienne : rien n’a pu arriver à cette tâche avant le { $first }.
lint-due-before-created = L’échéance, le { $due }, tombe avant le jour où la tâche a été écrite, le { $created }.
lint-long-claim = Cette tâche est prise jusqu’au { $until }, alors qu’elle ne peut l’être que jusqu’au { $last }.
lint-renewed-often = Cette tâche a été prolongée { $renewed } fois, et la limite est de { $most }.
lint-joined-nowhere = Le projet « { $project } » n’a pas de fichier lisible dans data/projects. Corrige ce nom, ou enlève la ligne.
lint-held-twice = Plusieurs personnes ont cette tâche en même temps, { $people } : il n’en faut qu’une. { $order }
lint-first-known = Sur la branche principale, { $first } est arrivé·e en premier et garde la tâche. C’est à { $second }, qui est venu·e ensuite, de taper : `{ $command }`
lint-first-unknown = L’historique git ne dit pas qui est arrivé en premier : mettez-vous d’accord, et que la personne qui cède la tâche tape : `{ $command }`
lint-done-and-cancelled = Cette tâche est à la fois terminée et annulée : il faut choisir.
lint-draft-claimed = Cette tâche a été prise alors que c’est un brouillon. Retire draft = true si elle est prête.
lint-done-while-held = { $person } a terminé cette tâche pendant { QUE($holder) } l’avait prise (jusqu’au { $until }) : peut-être que personne ne les a prévenus. Dis-le-leur ; si le résultat convient, il n’y a rien d’autre à faire.
lint-done-without-claim = Cette tâche est terminée par { $person }, sans avoir été prise : le temps passé n’est donc pas compté.
lint-shown-nowhere = Le résultat montré est { $found }, et le dernier commit ne le contient pas. Ajoute ce fichier s’il manque, ou demande un autre résultat : `mpa send-back`
lint-circle = Ces tâches s’attendent en rond, et aucune ne pourra commencer : { $circle }. Il faut en retirer une attente.
lint-over-limit = { $person } a { $held ->
        [one] { $held } tâche
       *[other] { $held } tâches
    } en même temps, et la limite est de { $limit }.
lint-one-organiser = { $person } est seul·e dans l’organisation : en son absence, personne ne valide. Nomme une deuxième personne : organisers = ["{ $person }", "AUTRE-PSEUDO"]
lint-no-login = { $person } peut décider ici, mais aucun fichier ne dit quel compte { $forge } est le sien : quiconque y a le compte « { $person } » passerait pour cette personne. C’est à { $person } d’ajouter une ligne à data/people/{ $person }.toml, par exemple : forge = "{ $person }"
lint-vague-title = « { $found } » ne dit pas ce qu’il y a à faire. Il faut un titre précis, comme « Mettre en ligne la liste des tâches ».
lint-personal-email = Tout le monde lirait l’adresse { $found }, et pour toujours. Enlève-la d’ici : l’adresse d’un rôle a sa place dans contact.
lint-personal-phone = Tout le monde lirait le numéro de téléphone { $found }, et pour toujours. Enlève-le d’ici, et donne-le plutôt par courriel aux personnes concernées.
redact-personal-email = Tout le monde lirait l’adresse { $found }, et pour toujours : celle d’un rôle a sa place dans contact. Pour l’enlever d’ici, l’organisation ou les référent·es tapent : `{ $command }`
redact-personal-phone = Tout le monde lirait le numéro de téléphone { $found }, et pour toujours : mieux vaut le donner par courriel aux personnes concernées. Pour l’enlever d’ici, l’organisation ou les référent·es tapent : `{ $command }`
lint-alike-people = Les pseudos { $found } et { $other } se confondent facilement. Si c’est la même personne, garde l’un des deux ; sinon, change l’un des deux.
lint-alike-projects = Les noms courts { $found } et { $other } se confondent facilement. Si c’est le même projet, garde un seul des deux fichiers ; sinon, change l’un des noms.
lint-alike-themes = Les noms courts { $found } et { $other } se confondent facilement. Si c’est le même thème, garde un seul des deux fichiers ; sinon, change l’un des noms.
lint-same-title = Le projet { $other } a lui aussi ce titre : « { $found } ». Dis ce qui les distingue, par exemple « { $found } : le site ».
lint-same-task-title = La tâche { $other } du même projet a aussi ce titre : « { $found } ». Dis dans le titre ce qui les distingue, ou annule celle qui est de trop.
lint-same-login = Ce compte de la forge est déjà celui { DE($person) }. Un compte n’appartient qu’à une personne : retire-le d’une des deux fiches.
lint-same-key = Cette clé est déjà celle { DE($person) }. Une clé n’appartient qu’à une personne : retire-la d’une des deux fiches.
