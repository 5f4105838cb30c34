//! `tasks edit` without anything to change: the file itself in the person's own editor.

use std::fs;

use crate::kit::{World, make_executable};

/// An editor that changes the file as `script` of sed says, or the next one the next time it is opened.
fn editor(world: &World, scripts: &[&str]) -> String {
    let place = world.top().join("editor");
    for (number, script) in scripts.iter().enumerate() {
        fs::write(world.top().join(format!("script{}", number + 1)), script).unwrap();
    }
    let top = world.top().display().to_string();
    let next =
        format!("n=$(cat {top}/opened 2> /dev/null | wc -l); echo >> {top}/opened; sed -i -f {top}/script$((n + 1)) \"$1\"");
    fs::write(&place, format!("#!/bin/sh\n{next}\n")).unwrap();
    make_executable(&place);
    place.display().to_string()
}

#[test]
fn the_file_is_committed_as_it_was_written() {
    let world = World::new();
    let editor = editor(&world, &["s/^title.*/title = \"Dessiner la bannière\"  # plus large/"]);
    world.by("orga").env("EDITOR", &editor).on_terminal("tasks edit p4n8w").ends(0).says("« Dessiner la bannière » est à jour");
    assert!(world.git("show HEAD").contains("+title = \"Dessiner la bannière\"  # plus large"));
    world.is_clean();
    world.by("orga").env("EDITOR", &editor).run("tasks edit p4n8w").exits(2).complains("--title").says_nothing();
}

#[test]
fn what_does_not_pass_is_said_and_can_be_gone_on_with() {
    let world = World::new();
    let editor = editor(&world, &["s/^budget.*/budget = \"beaucoup\"/", "s/beaucoup/3h/"]);
    let mut terminal = world.by("orga").env("VISUAL", &editor).on_terminal("tasks edit p4n8w");
    terminal.shows("beaucoup").shows("Reprendre le texte dans l’éditeur ? [O/n]").types("\r");
    terminal.ends(0).says("est à jour");
    assert!(world.task("p4n8w").contains("budget = \"3h\""));
}

#[test]
fn what_is_given_up_is_kept() {
    let world = World::new();
    let editor = editor(&world, &["s/^title.*/title = \"À moi\"/"]);
    let before = world.state();
    for keys in ["n\r", "\u{1b}", "\u{3}"] {
        let mut terminal = world.by("zoe").env("EDITOR", &editor).on_terminal("tasks edit p4n8w");
        terminal.shows("se change avec l’accord").shows("Reprendre").types(keys);
        terminal.ends(130).says("Rien n’a été changé").says("Ce que tu as écrit est gardé dans").says("mpa-edit-p4n8w.toml");
        let kept = world.path(".git/mpa-edit-p4n8w.toml");
        assert!(fs::read_to_string(&kept).unwrap().contains("À moi"));
        fs::remove_file(kept).unwrap();
        fs::remove_file(world.top().join("opened")).unwrap();
        assert_eq!(world.state(), before);
    }
    let mut nothing = world.by("orga").env("EDITOR", "true").on_terminal("tasks edit p4n8w");
    nothing.shows("Rien n’a été changé");
    nothing.ends(130);
    world.by("orga").env("EDITOR", "/nowhere/ed").on_terminal("tasks edit p4n8w").ends(3).says("/nowhere/ed ne s’ouvre pas");
    assert_eq!(world.state(), before);
}

#[test]
fn a_project_is_edited_like_a_task() {
    let world = World::new();
    let editor = editor(&world, &["1a\\\n# pour tous", "s/^title.*/title = /", "s/^title.*/title = \"À moi\"/"]);
    let by = |who| world.by(who).env("EDITOR", &editor);
    by("orga").on_terminal("projects edit mphack").ends(0).says("est à jour");
    assert!(world.git("show HEAD").contains("+# pour tous"));
    world.is_clean();
    let before = world.state();
    let mut terminal = by("zoe").on_terminal("projects edit mphack");
    terminal.shows("data/projects/mphack.toml:1").shows("Reprendre").types("\r");
    terminal.shows("se changent avec l’accord").shows("Reprendre").types("n\r");
    terminal.ends(130).says("mpa-edit-mphack.toml");
    assert!(fs::read_to_string(world.path(".git/mpa-edit-mphack.toml")).unwrap().contains("À moi"));
    fs::remove_file(world.path(".git/mpa-edit-mphack.toml")).unwrap();
    assert_eq!(world.state(), before);
    by("orga").run("projects edit mphack").exits(2).complains("--title");
    by("orga").on_terminal("projects edit nulle-part").ends(2).says("nulle-part");
}

#[test]
fn a_file_that_cannot_be_read_is_mended() {
    for (path, words) in
        [("data/projects/mphack.toml", "projects edit mphack"), ("data/tasks/mphack/p4n8w.toml", "tasks edit p4n8w")]
    {
        let world = World::new();
        let place =
            world.git("ls-files data").lines().find(|it| it.starts_with(path.trim_end_matches(".toml"))).unwrap().to_owned();
        let sound = world.read(&place);
        world.write(&place, sound.replacen("title = ", "title = = ", 1));
        world.commit("Cassé");
        let editor = editor(&world, &["s/title = = /titre = /", "s/^titre/title/"]);
        let mut terminal = world.by("orga").env("EDITOR", &editor).on_terminal(words);
        terminal.shows(&format!("{place}:1")).shows("Reprendre").types("\r");
        terminal.ends(0).says("est à jour");
        assert_eq!(world.read(&place), sound);
        world.is_clean();
        world.anybody().run("check").exits(0);
    }
}

/// What an editor saved in another encoding is kept to the byte, and so is what was kept before.
#[test]
fn whatever_the_editor_saved_is_kept_beside_what_was_kept_before() {
    let world = World::new();
    let editor = world.top().join("editor");
    fs::write(&editor, "#!/bin/sh\nprintf 'title = \"\\311t\\351\"\\n' > \"$1\"\n").unwrap();
    make_executable(&editor);
    let before = world.state();
    for name in ["mpa-edit-p4n8w.toml", "mpa-edit-p4n8w-2.toml"] {
        let mut terminal = world.by("orga").env("EDITOR", &editor).on_terminal("tasks edit p4n8w");
        terminal.shows("n’a pas enregistré en UTF-8").shows("Reprendre").types("n\r");
        terminal.ends(130).says("est gardé dans").says(name);
        assert_eq!(fs::read(world.path(".git").join(name)).unwrap(), b"title = \"\xc9t\xe9\"\n");
    }
    assert_eq!(world.state(), before);
    fs::write(&editor, "#!/bin/sh\nsed -i 's/^title.*/title = \"Dessiner\"/' \"$1\"\n").unwrap();
    world.by("orga").env("EDITOR", &editor).on_terminal("tasks edit p4n8w").ends(0).says("est à jour");
    assert!(!world.path(".git/mpa-edit-p4n8w-3.toml").exists(), "what passed is not kept");
    fs::write(&editor, "#!/bin/sh\necho >> \"$1\"\nexit 1\n").unwrap();
    let mut terminal = world.by("orga").env("EDITOR", &editor).on_terminal("tasks edit p4n8w");
    terminal.shows("s’est arrêté sur une erreur").shows("Reprendre").types("n\r");
    terminal.ends(130).says("est gardé dans").says("mpa-edit-p4n8w-3.toml");
}
