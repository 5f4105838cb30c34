# Ce que disent les fichiers d’une forge
forge-head-review = Relit chaque demande : dit ce qu’elle change, tâche par tâche, et s’arrête si une règle s’y oppose. Ne peut que lire le dépôt. L’outil, les règles et les personnes sont ceux de la branche principale ; la demande n’est lue que comme des données, rien d’elle n’est exécuté ni copié dans les fichiers. Écrit par mpa init --ci : à toi de le changer, il ne sera pas réécrit.
forge-head-comment = Écrit sous chaque demande un commentaire, un seul, tenu à jour : ce qu’elle change, et si elle peut être fusionnée sans la lire. Écrit par mpa init --ci : à toi de le changer, il ne sera pas réécrit.
forge-head-main = Vérifie toutes les données de la branche principale après chaque changement. Deux demandes justes chacune de son côté peuvent, ensemble, donner une tâche à deux personnes : les deux sont alors nommées. Ne peut que lire le dépôt. Écrit par mpa init --ci : à toi de le changer, il ne sera pas réécrit.
forge-head-issue = Pour les personnes qui n’utilisent pas git : une fiche remplie sur la page web prend une tâche, ou en propose une. La tâche est prise pour le compte qui a ouvert la fiche, selon les mêmes règles que partout ; une proposition devient un brouillon dans une demande à relire. Peut écrire dans le dépôt et répondre sous la fiche. Ce que dit la fiche n’arrive qu’en variables d’environnement et n’est jamais exécuté ; l’identifiant et le compte doivent avoir une forme précise. Écrit par mpa init --ci : à toi de le changer, il ne sera pas réécrit. Les titres des champs sont aussi dans les fiches : change-les aux deux endroits.
forge-head-gitlab = Relit chaque demande de fusion, et vérifie la branche principale après chaque changement. L’outil, les règles et les personnes sont ceux de la branche principale ; la demande n’est lue que comme des données, rien d’elle n’est exécuté ni copié dans les fichiers. Écrit par mpa init --ci : à toi de le changer, il ne sera pas réécrit.
forge-moved = La demande a changé entre-temps : sa nouvelle version est relue à part.
forge-no-request = Aucune demande ouverte n’a ce commit pour dernier : il n’y a rien à dire.
forge-judged = Relu, de la branche principale à la demande :
forge-cut = … Le texte est trop long pour un commentaire. La suite : mpa review, sur un ordinateur.
forge-base-moved = La branche principale a avancé pendant la relecture : rien n’est fusionné. Relance ce travail, ou fusionne à la main.
forge-not-you = Ce compte ne correspond à aucun pseudo de la campagne, ou son nom est déjà le pseudo de quelqu’un d’autre. L’organisation peut relier le compte à ton pseudo : une ligne forge = "compte" dans ta fiche du dossier data/people.
forge-no-task = L’identifiant de la tâche n’est pas reconnu : ce sont cinq lettres et chiffres ou plus, par exemple k7q2m. Corrige le texte de ta fiche, et c’est reparti.
forge-refused = Ce n’est pas possible ainsi, et rien n’a changé. Voici pourquoi :
forge-not-sent = La forge n’a pas accepté l’enregistrement : rien n’a changé. L’organisation en trouvera la raison dans l’onglet des actions.
forge-done = C’est noté. Pour la rendre, la prolonger ou la terminer, écris à l’organisation, ou utilise mpa.
forge-proposed = Merci ! C’est devenu une demande à relire : l’organisation décidera.
forge-open-by-hand = Merci ! C’est enregistré sur une branche, mais cette forge n’a pas le droit d’en faire une demande toute seule. L’organisation peut l’ouvrir ; la branche :
forge-from = Venu de la fiche
forge-link = Lien
forge-claim-name = Prendre une tâche
forge-claim-about = Sans git : la tâche est enregistrée pour toi.
forge-claim-issue = Je prends une tâche
forge-claim-intro = Merci ! Dans une minute ou deux, une réponse apparaîtra ici : la tâche est à toi, ou voici pourquoi non.
forge-field-task = Tâche à prendre
forge-field-task-help = Son identifiant dans la liste : cinq lettres et chiffres.
forge-field-public = Ce qui sera public
forge-field-public-yes = Le nom de mon compte sera visible de tout le monde à côté de la tâche.
forge-propose-name = Proposer une tâche
forge-propose-about = Sans git : elle devient un brouillon, que l’organisation relit.
forge-propose-issue = Je propose une tâche
forge-propose-intro = Une bonne tâche se fait en une fois et dit à quoi l’on voit qu’elle est finie. Ne mets ici ni adresse, ni numéro, ni vrai nom de quelqu’un : cette page est publique.
forge-field-title = Titre de la tâche
forge-field-title-help = Un verbe d’abord : « Relire l’annonce en 150 mots ».
forge-field-project = Projet
forge-field-project-help = Son nom court : le nom de son dossier dans data/tasks.
forge-field-budget = Temps prévu
forge-field-budget-help = 45m, 2h, 1h30, ou de tant à tant : 2h-4h.
forge-field-done-when = Elle est finie quand
forge-field-done-when-help = Ce que n’importe qui peut voir, sans connaître le projet.
forge-field-link = Un lien qui aide
forge-field-description = Autre chose à savoir

# Après mpa init --ci
forge-installed = Voilà : la forge relira les demandes toute seule.
forge-asked = Demande préparée : ajouter ce qu’il faut pour que la forge relise les demandes toute seule.
forge-nothing = Rien à faire : tous les fichiers sont déjà là.
forge-steps = Il reste à faire, pour la forge :
forge-steps-then = Une fois la demande acceptée, il reste à faire, pour la forge :
forge-step = { $number }. { $step }
forge-step-send = Envoyer : { $command }
forge-step-github-actions = Sur la page du dépôt, Settings, puis Actions, General : en bas, laisser « Read repository contents » et cocher « Allow GitHub Actions to create and approve pull requests », pour les tâches proposées par fiche.
forge-step-github-protect = Settings, Rules : pour { $branch }, demander une pull request, la vérification « review », et « Require branches to be up to date before merging », sans quoi deux demandes justes peuvent se contredire.
forge-step-github-direct = Avec mode = "direct" dans data/mpa.toml, { $branch } reste ouverte : chacun y envoie, et les tâches prises par fiche y sont écrites tout droit. Pour n’accepter que des demandes relues : mode = "pull-request", effacer .github/workflows/mpa-issue.yml, puis, sur une branche à part (`git switch -c ci`), { $command } --here.
forge-step-github-merge = Si tu veux : Settings, Secrets and variables, Actions, Variables : MPA_AUTOMERGE valant routine fait fusionner sans attendre ce qui est courant.
forge-step-gitlab-protect = Sur la page du projet, Settings, Repository : protéger { $branch } ; Settings, Merge requests : cocher « Pipelines must succeed ».
forge-step-gitlab-comment = Pour un commentaire sous chaque demande : Settings, Access tokens, un jeton avec « api » ; Settings, CI/CD, Variables : MPA_TOKEN, masquée et protégée ; Build, Pipeline schedules : une exécution sur { $branch }, par exemple chaque heure.
forge-step-gitlab-include = Ton fichier .gitlab-ci.yml est gardé. Ajoutes-y : include: [local: .gitlab/mpa.yml]
forge-step-gitlab-forms = Prendre une tâche par fiche n’est pas automatique sur GitLab : la fiche demande à l’organisation de la noter, avec `mpa claim --for`.
forge-step-forgejo-actions = Sur la page du dépôt, Paramètres : activer les Actions ; il faut un « runner » qui porte l’étiquette docker (sinon change runs-on dans .forgejo/workflows).
forge-step-forgejo-protect = Paramètres, Branches : protéger { $branch }, et y exiger la vérification mpa-review.
forge-other = data/mpa.toml dit encore forge = "{ $forge }" : les liens sont faits pour elle. Change-le si tu as déménagé.
forge-no-tool = Ce dépôt ne contient pas le programme mpa, et la forge doit savoir où le prendre : ajoute --tool ADRESSE@VERSION, l’adresse https du dépôt de mpa et un commit ou une étiquette de celui-ci.
forge-wrong-tool = --tool : « { $found } » n’est pas compris. Attendu : une adresse https, un @, puis un commit ou une étiquette, par exemple https://example.org/mpa.git@v0.1.0. La version est demandée pour que la forge n’exécute jamais autre chose que ce que tu as choisi.
forge-wrong-place = Le dossier de la campagne, { $path }, ne peut pas être écrit dans les fichiers d’une forge : lettres sans accent, chiffres, points, tirets et barres seulement.
