## site : la page publique

# La commande
site-written = { $count ->
    [one] { $count } fichier ; écrit ou changé : { $changed }. Première page : { $path }
   *[other] { $count } fichiers ; écrits ou changés : { $changed }. Première page : { $path }
}
site-same = Rien n’a changé depuis la dernière fois. Première page : { $path }
site-without-address = Sans --base-url, les pages n’ont ni flux d’actualités, ni plan de site, ni image d’aperçu : il leur faut l’adresse où elles seront publiées.
site-wrong-address = { $flag } : { $found } n’est pas une adresse où publier des pages. Il faut une adresse https, par exemple https://asso.example.org/hackathon/
site-busy = Un autre mpa est déjà en train d’écrire les pages, ici : { $path }. Attends qu’il ait fini, puis recommence.
site-not-own = { $path } contient autre chose que des pages faites par mpa : rien n’y a été touché. Donne un dossier vide ou nouveau.
site-in-data = { $path } est dans le dossier des données de la campagne, qui ne contient qu’elles : rien n’est écrit. Indique un autre dossier.
site-in-git = { $path } est dans le dossier de git : rien n’est écrit. Indique un autre dossier.
site-in-the-way = { $path } est là où mpa veut écrire une page, et ne vient pas de lui : rien n’a été changé. Déplace ce fichier, ou choisis un autre dossier.
site-not-opened = Impossible d’ouvrir un navigateur ({ $cause }). Les pages sont écrites : ouvre toi-même { $path }.
site-unwritable = { $path } : impossible d’écrire ici ({ $cause }). Les pages d’avant sont restées comme elles étaient.

# Autour de chaque page
site-skip = Aller au contenu
site-nav = Pages
site-nav-tasks = Tâches
site-nav-projects = Projets
site-nav-successes = Réussites
site-nav-how = Comment ça marche
site-nav-people = Les personnes et ces pages
site-in-french = En français
site-in-english = In English
site-own-language = Français
site-crumbs = Où l’on est
site-as-of = État au
site-made-with = Ces pages sont faites avec mpa, à partir de fichiers publics.
site-unreadable = { $count ->
    [one] { $count } remarque sur des fichiers : quelque chose peut manquer ici.
   *[other] { $count } remarques sur des fichiers : quelque chose peut manquer ici.
}
site-calendar = Échéances pour un agenda (ICS)
site-feed-successes = Réussites (flux Atom)
site-feed-tasks = Nouvelles tâches (flux Atom)
site-data = Données (JSON)
site-countdown-before = J-%
site-countdown-after = J+%
site-sainte-barbe = la Sainte Barbe
site-deadline = l’échéance

# L’accueil
site-home-about = Où en sont les projets, et ce qu’on peut faire avec une ou deux heures devant soi.
site-hero = Prochain rendez-vous : { $what }, { $when }
site-hero-today = C’est aujourd’hui : { $what }, { $when }
site-hero-past = C’était { $what }, { $when }
site-hours = Travail fait : { $hours }, sur { $planned } prévues.
site-step-in = S’y mettre
site-have = J’ai
site-all-free = { $count ->
    [one] Voir la tâche libre
   *[other] Voir les { $count } tâches libres
}
site-this-week = Terminé cette semaine
site-latest = Dernières réussites
site-no-success = Rien encore : la première lampe reste à allumer.
site-all-successes = Toutes les réussites
site-chart-title = Le chemin parcouru
site-also = Sans prendre de tâche

# Les tâches
site-tasks-title = Ce que je peux faire
site-tasks-about = Des tâches précises, chacune avec un temps prévu, un résultat attendu et des ressources.
site-tasks-lead = { $count ->
    [0] Aucune tâche libre en ce moment.
    [one] { $count } tâche libre, avec le temps qu’elle demande.
   *[other] { $count } tâches libres, chacune avec le temps qu’elle demande.
}
site-tasks-all = Toutes les tâches libres
site-tasks-empty = Aucune tâche n’attend en ce moment. Il reste une chose à faire : en proposer une.
site-with-time = Ce qui tient en { $label }
site-with-wish = Tâches libres : { $label }
site-filters = Choisir parmi les tâches
site-filter-words = Mots
site-filter-time = Temps
site-filter-skill = Compétence
site-filter-place = Lieu
site-filter-reset = Tout montrer
site-any = Peu importe
site-found-one = 1 tâche correspond.
site-found-many = % tâches correspondent.
site-found-none = Aucune tâche ne correspond à tout cela à la fois.
site-pages = Pages de la liste
site-part = Les filtres ne regardent que cette page : les autres n’ont pas pu être lues.
site-due = échéance : { $label }
site-past = dépassée
site-due-past = échéance dépassée : { $label }

# Une tâche
site-over = délai passé
site-see-result = voir le résultat ({ $host })
site-result = Résultat
site-handover = Là où en était la dernière personne
site-details = Pour en savoir plus
site-resources = Ce qui aide
site-waits-for = À faire d’abord
site-after = Vient après
site-unblocks = D’autres attendent cette tâche
site-again = À reprendre depuis le { $day }, dit { $person } :
site-take = La prendre

# Entrer
site-door-mail = Écrire à l’équipe
site-door-mail-help = Un mail à { $contact }, déjà rédigé : il reste à mettre un pseudo et à l’envoyer.
site-door-form = Par un formulaire, sur { $forge }
site-door-form-help = Avec un compte, sans rien installer.
site-door-command-help = Avec le programme mpa, dans un terminal.
site-copy = Copier
site-copied = Copié
site-mail-handle = MON-PSEUDO
site-mail-take-subject = Je prends « { $title } » ({ $id })
site-mail-take = Bonjour, j’aimerais prendre la tâche « { $title } ».
site-mail-join-subject = Je rejoins { $title }
site-mail-join = Bonjour, j’aimerais rejoindre le projet « { $title } ».
site-mail-propose-subject = Je propose une tâche
site-mail-propose = Bonjour, je propose une tâche. Titre, projet, temps prévu, à quoi on verra qu’elle est finie, un lien utile :
site-mail-ending = Pseudo à noter (remplacer { $name }, ici et dans la dernière ligne ; il sera visible de tout le monde) : { $name }
site-propose-title = Proposer une tâche
site-propose-lead = Une bonne tâche tient en deux heures, dit quand elle est finie, et donne de quoi commencer.

# Les projets
site-projects-about = Les projets, leurs livrables, et ce qui reste à faire.
site-projects-lead = { $count ->
    [one] { $count } projet, avec ce qu’il a promis et où il en est.
   *[other] { $count } projets, avec ce qu’ils ont promis et où ils en sont.
}
site-themes = Thèmes
site-poll = { $votes } voix sur { $of }
site-no-tasks = pas encore de tâche
site-done-of = { $done ->
    [one] { $done } tâche terminée sur { $count }
   *[other] { $done } tâches terminées sur { $count }
}
site-progress = Avancement
site-first = Premier livrable
site-delivered = livré le { $day }
site-to-deliver = toutes ses tâches sont terminées, reste à le montrer
site-left-late = { $count ->
    [one] encore { $count } tâche, attendu le { $day } : en retard
   *[other] encore { $count } tâches, attendu le { $day } : en retard
}
site-left-by = { $count ->
    [0] attendu le { $day }
    [one] encore { $count } tâche avant le { $day }
   *[other] encore { $count } tâches avant le { $day }
}
site-free = { $count ->
    [one] { $count } tâche libre
   *[other] { $count } tâches libres
}
site-none-free = aucune tâche libre en ce moment
site-free-title = À prendre maintenant
site-join = Rejoindre ce projet
site-joined = { $count ->
    [one] { $count } personne a rejoint ce projet.
   *[other] { $count } personnes ont rejoint ce projet.
}
site-deliverables = Ce que le projet a promis
site-going = En cours ou en attente
site-over-title = Terminé
site-ideas = Les idées
site-no-project = Aucun projet n’est encore né de ce thème.

# Les réussites
site-successes-about = Ce qui a été fait, avec ce qu’on peut regarder.
site-successes-lead = { $count ->
    [one] { $count } réussite.
   *[other] { $count } réussites, la plus récente d’abord.
}
site-delivered-title = Livré : { $title }

# Le graphique
site-chart-about = { $done ->
    [one] { $done } tâche terminée sur { $tasks } : { $hours } de travail sur { $planned }.
   *[other] { $done } tâches terminées sur { $tasks } : { $hours } de travail sur { $planned }.
}
site-chart-scope = { $count } en tout
site-chart-done = { $count ->
    [one] { $count } faite
   *[other] { $count } faites
}
site-chart-deadline = { $name } : { $label }
site-chart-table = Les chiffres
site-chart-day = Jour
site-chart-column-done = Terminées
site-chart-column-tasks = En tout
site-chart-column-hours = Heures

# La prose
site-how-about = Choisir une tâche, la prendre, la terminer : en quatre étapes.
site-people-about = Ce que ces pages montrent des personnes, et comment en être retiré.
site-calendar-deliverable = Livrable : { $title }
site-calendar-task = Tâche : { $title }
