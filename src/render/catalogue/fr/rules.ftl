## rules : ce que le règlement autorise ou refuse

# Une tâche, une personne
rule-held-by-somebody = « { $task } » est prise par { $person } jusqu’au { $until } (depuis le { $since }).
rule-task-done = « { $task } » est déjà terminée, par { $person } le { $day }.
rule-task-cancelled = « { $task } » est annulée depuis le { $day } : { $reason }
rule-task-draft = « { $task } » est encore un brouillon : elle n’est pas proposée pour l’instant.
rule-task-blocked = « { $task } » est en attente d’une autre tâche, à terminer d’abord : { $others }.
rule-no-record = « { $task } » n’est pas prise par { $person } : il n’y a donc rien à prolonger, à libérer ni à noter.
rule-not-held = « { $task } » est donnée pour terminée par { $person }, sans avoir été prise : quelqu’un doit confirmer.
rule-not-over = « { $task } » n’est ni terminée ni annulée : il n’y a rien à rouvrir.
rule-not-done = « { $task } » n’est pas terminée : il n’y a encore rien à donner à reprendre.

# Mesure et courtoisie
rule-limit = Avant de prendre « { $task } », il faudrait terminer ou libérer une tâche : { $person } en a déjà { $held }, et la limite est de { $limit } à la fois.
rule-cooldown = « { $task } » a déjà été prise par { $person } sans être terminée. Pour laisser sa chance à quelqu’un d’autre, { $person } peut la prendre de nouveau à partir du { $day }.
rule-renewals = « { $task } » a déjà été prolongée { $renewed } fois, et la limite est de { $most }.
rule-length = « { $task } » peut être prise jusqu’au { $last } au plus tard, et la date demandée est le { $until }.
rule-ends-before = La fin demandée pour « { $task } », le { $until }, tombe avant le premier jour, le { $since }.
rule-ends-past = La fin demandée pour « { $task } », le { $until }, est déjà passée : la date la plus proche est aujourd’hui, le { $today }.
rule-renewal-shortens = « { $task } » est prise jusqu’au { $held }, et prolonger jusqu’au { $until } serait plus court. Pour finir plus tôt, il suffit de libérer la tâche.
rule-future-day = « { $task } » porte la date du { $day }, qui est encore à venir : on ne note rien au-delà de demain.
rule-claim-ahead = { $person } tient déjà « { $task } » : la prendre à partir du { $since } serait la prolonger sans le compter. Pour cela : `mpa renew`.
rule-claim-over = « { $task } » n’était prise par { $person } que jusqu’au { $until } : ce délai est passé, quelqu’un doit confirmer.
rule-claim-amid = Le { $since }, « { $task } » était à { $holder } : { $person } n’a pas pu la prendre ce jour-là.
rule-ended-amid = « { $task } » serait libérée par { $person } le { $day }, alors que ce qui est noté à son nom va jusqu’au { $last }.
rule-ended-before = Pour « { $task } », { $person } aurait fini le { $day }, avant de commencer, le { $since }.
rule-dated-back = « { $task } » serait libérée par { $person } le { $day }, le jour même où elle a été prise : c’est noté trop tard pour que cela aille de soi.
rule-more-than-a-day = Le temps passé par { $person } le { $day }, { $time }, dépasse une journée.
rule-time-outside = « { $task } » n’était pas à { $person } le { $day } : noter du temps ce jour-là demande l’accord de quelqu’un.
rule-early-day = « { $task } » porte la date du { $day }, qui est trop ancienne : rien n’a pu s’y passer avant le { $first }.
rule-due-past = L’échéance demandée pour « { $task } », le { $due }, est déjà passée : la date la plus proche est aujourd’hui, le { $today }.
rule-time-lowered = Le temps passé par { $person } le { $day } descend de { $from } à { $to }. Baisser un temps après le jour même demande un accord.
rule-links = Ce texte contient plusieurs liens, ou un lien qui n’est pas en https : un seul lien, en https, passe sans accord.
rule-long-text = Ce texte compte { $found } caractères : au-delà de { $most }, quelqu’un doit le relire.

# Ce qui est noté reste noté
rule-time-erased = Le temps passé par { $person } le { $day } sur « { $task } » a été effacé : il peut se corriger, mais doit rester noté.
rule-record-erased = Dans « { $task } », ce qui était noté pour { $person } a disparu : ces lignes doivent rester. Remets-les.
rule-record-altered = Dans « { $task } », ce qui est noté pour { $person } a été modifié après coup : ces dates et ces noms ne changent plus. Remets les lignes d’avant.
rule-closing-erased = La fin de « { $task } », notée par { $person }, a disparu : elle doit rester. Remets-la ; pour refaire la tâche, il faut la rouvrir.
rule-closing-altered = La fin de « { $task } » a été modifiée après coup : elle ne change plus. Remets le texte d’avant ; pour montrer un autre résultat, il faut rouvrir la tâche.
rule-personal = Ce qui est personnel est relu avant d’être accepté. { $found }
rule-redaction = Retirer des données personnelles d’un résultat ou d’une raison, ici dans « { $task } », revient aux référent·es du projet ou à l’organisation.
rule-task-deleted = Le fichier de « { $task } » a disparu ou changé d’identifiant, alors que les tâches restent pour toujours. Remets-le ; pour y renoncer, il faut annuler la tâche.
rule-draft-again = « { $task } » est déjà proposée : elle ne redevient pas un brouillon. Pour la retirer, il faut l’annuler.

# Ce qui se décide
rule-somebody-else = Noter quelque chose au nom de quelqu’un d’autre (ici { $person }, dans « { $task } ») revient aux référent·es du projet ou à l’organisation.
rule-reason-needed = « { $task } » est prise par { $person } : pour la libérer à sa place, il faut dire pourquoi. Ajoute --handover et la raison.
rule-nowhere = Le résultat montré est { $found }, et ni la branche commune ni cette demande ne le contiennent : quelqu’un doit le voir d’abord.
rule-new-task = Proposer une nouvelle tâche, ici « { $task } », demande l’accord d’un·e référent·e du projet ou de l’organisation.
rule-task-text = Ce que demande « { $task } » (texte, temps prévu, ressources…) se change avec l’accord d’un·e référent·e du projet ou de l’organisation.
rule-decision = Annuler ou rouvrir « { $task } », ou la donner à reprendre, revient aux référent·es du projet ou à l’organisation.
rule-project-text = Les thèmes, les projets et leurs livrables se changent avec l’accord d’un·e référent·e du projet ou de l’organisation.
rule-project-deleted = Supprimer un projet revient à l’organisation.
rule-poll = Le résultat d’un vote est écrit par l’organisation.
rule-leads = C’est l’organisation qui désigne les référent·es d’un projet.
rule-anothers-file = Cette fiche est celle d’une autre personne, { $person } : à part elle, seule l’organisation peut la changer.
rule-identity = Le compte et les clés par lesquels on reconnaît { $person } ne regardent que cette personne : il faut le lui demander avant de fusionner.
rule-identity-taken = Ce compte ou cette clé désigne déjà { $other } : { $person } ne peut pas se les attribuer sans vérification.
rule-campaign-rules = La campagne, ses règles et la liste de qui l’organise ne sont changées que par l’organisation.
rule-next-early = La campagne « { $campaign } » n’est pas finie : elle court jusqu’au { $deadline }, ce jour compris.
rule-next-key = Une campagne passée s’appelle déjà { $key } : « { $campaign } ». Il faut un autre nom pour celle qui finit.
rule-next-days = La campagne irait du { $started } au { $deadline }, alors que « { $campaign } » va du { $began } au { $over } : elle doit commencer plus tard, et finir plus tard.
rule-forgetting = Faire oublier un pseudo, ici { $person }, revient à la personne elle-même ou à l’organisation.
rule-forgetting-name = Pour faire oublier quelqu’un, il faut un nom anonyme que personne ne porte, comme anonyme-x7k2, et pas { $name }.
rule-forgetting-holder = { $person } tient encore une tâche : elle se libère d’abord (`mpa release`), sans quoi elle ne serait plus à personne.

# Les demandes et leurs fichiers
rule-newcomer = { $person } arrive avec cette demande : il reste à l’accueillir, et à s’assurer que c’est bien la bonne personne.
rule-unverified = Rien ne prouve qui a écrit ceci : quelqu’un doit le lire.
rule-layout = Seuls des commentaires ou la mise en page changent : c’est aux référent·es du projet ou à l’organisation de le vouloir.
rule-left-over = Aucune commande de `mpa` n’écrit { $key } ainsi : c’est à relire avant de fusionner.
rule-file-renamed = Un fichier garde son nom, même quand le titre change. Celui-ci s’appelait { $from }.
rule-file-moved = Le fichier de cette tâche s’appelle maintenant { $to } : la demande est à refaire depuis la branche commune, où la même commande de `mpa` le trouve.
rule-misnamed-file = Le nom de ce fichier ne convient pas : par exemple `k7q2m-mon-titre.toml` pour une tâche, `mon-projet.toml` pour un projet.
rule-id-taken = Cet identifiant est déjà pris par { $other }. Pour ajouter une tâche, `mpa tasks add` en tire un nouveau.
rule-unreadable = { $problem }
rule-unsound = { $problem }
rule-plain-files = Le dossier des données ne contient que des fichiers ordinaires : ni lien, ni sous-module, ni programme.
rule-stray-file = Ce fichier du dossier des données n’est lu par rien.
rule-outside-data = Ce fichier est hors du dossier des données : il est à lire avant de fusionner.
rule-conflict = Les deux changements sont à réunir à la main : `git pull --no-rebase --no-edit { $remote } { $main }` sur la branche de la demande, puis choisir.
rule-merged-wrongly = Le mélange des deux textes donnerait un contenu que personne n’a écrit. La demande est à refaire à partir de la branche commune.
rule-too-large = Tout n’a pas été regardé : quelqu’un doit lire cette demande, ou la faire refaire en plus petit.

# Ce que quelqu’un d’autre a décidé avant
rule-overtaken-campaign = Quelqu’un a déjà commencé la campagne suivante : « { $campaign } ».
rule-overtaken-poll = Quelqu’un a déjà noté un vote pour « { $project } » : { $votes } voix sur { $of }, le { $day }.
