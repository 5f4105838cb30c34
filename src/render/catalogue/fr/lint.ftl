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
lint-large-budget = Le temps prévu est de { $budget }, plus que { $most }, le maximum pour une tâche : mieux vaut la couper en plusieurs.
lint-future-day = La date du { $day } est encore à venir : on ne note rien au-delà de demain.
lint-long-claim = Cette tâche est prise jusqu’au { $until }, alors qu’elle ne peut l’être que jusqu’au { $last }.
lint-renewed-often = Cette tâche a été prolongée { $renewed } fois, et la limite est de { $most }.
lint-joined-nowhere = Le projet « { $project } » n’a pas de fichier lisible dans data/projects. Corrige ce nom, ou enlève la ligne.
lint-held-twice = Plusieurs personnes ont cette tâche en même temps, { $people } : il n’en faut qu’une. La dernière arrivée doit la libérer.
lint-done-and-cancelled = Cette tâche est à la fois terminée et annulée : il faut choisir.
lint-draft-claimed = Cette tâche a été prise alors que c’est un brouillon. Retire draft = true si elle est prête.
lint-done-without-claim = Cette tâche est terminée par { $person }, sans avoir été prise : le temps passé n’est donc pas compté.
lint-circle = Ces tâches s’attendent en rond, et aucune ne pourra commencer : { $circle }. Il faut en retirer une attente.
lint-over-limit = { $person } a { $held ->
        [one] { $held } tâche
       *[other] { $held } tâches
    } en même temps, et la limite est de { $limit }.
