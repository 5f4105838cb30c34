//! The folder: what is not ours stays, what is ours changes at once or not at all.

use std::fs;
use std::time::{Duration, Instant, SystemTime};

use super::Pages;
use crate::kit::{World, kills, task};

/// At how many moments in the long run.
const KILLS: u32 = 40;

#[test]
fn what_has_not_changed_is_not_written() {
    let world = World::new();
    let first = Pages::of(&world);
    let folder = world.top().join("public");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let page = folder.join("fr/index.html");
    fs::File::options().append(true).open(&page).unwrap().set_modified(long_ago).unwrap();
    world.anybody().run("site ../public").exits(0).says("Rien n’a changé");
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), long_ago);
    assert_eq!(Pages::read(&folder).0, first.0);

    world.by("zoe").run("claim p4n8w").exits(0);
    world.anybody().run("site ../public").exits(0).says("écrits ou changés");
    let next = Pages::read(&folder);
    assert_ne!(next.page("fr/taches/p4n8w.html"), first.page("fr/taches/p4n8w.html"));
    assert_eq!(next.page("fr/taches/x9c3v.html"), first.page("fr/taches/x9c3v.html"));
}

#[test]
#[cfg(unix)]
fn of_what_was_counted_on_a_terminal_nothing_stays() {
    let world = World::new();
    let shown = world.anybody().on_terminal("site ../public").ends(0).says("écrits ou changés");
    assert!(!shown.rows.iter().any(|row| row.contains(['█', '░', '%'])), "{:?}", shown.rows);
    let quiet = world.anybody().on_terminal("--quiet site ../other").ends(0);
    assert!(!quiet.text.contains(['█', '░', '%']), "{:?}", quiet.text);
}

#[test]
fn the_same_data_on_the_same_day_are_the_same_bytes() {
    let (one, other) = (World::new(), World::new());
    let options = "--base-url https://asso.example.org/";
    assert_eq!(Pages::with(&one, options).0, Pages::with(&other, options).0);
}

#[test]
fn a_folder_with_other_things_in_it_is_left_alone() {
    let world = World::new();
    world.write("../docs/photo.jpg", "une photo");
    world.anybody().run("site ../docs").exits(2).complains("contient autre chose que des pages faites par mpa");
    world.anybody().run("site .").exits(2).complains("rien n’y a été touché");
    world.write("../fichier", "x");
    world.anybody().run("site ../fichier").exits(2).complains("contient autre chose");
    assert_eq!(fs::read_dir(world.top().join("docs")).unwrap().count(), 1);
    fs::create_dir_all(world.top().join("vide")).unwrap();
    world.anybody().run("site ../vide").exits(0);
    world.is_clean();
}

#[test]
fn what_others_put_into_the_folder_stays_and_what_is_gone_goes() {
    let world = World::with(&[("data/tasks/mphack/w2x3y-a.toml", &task("Une tâche qui s’en ira"))]);
    Pages::of(&world);
    world.write("../public/CNAME", "asso.example.org\n");
    world.write("../public/fr/photos/une.txt", "une photo");
    fs::remove_file(world.path("data/tasks/mphack/w2x3y-a.toml")).unwrap();
    let next = Pages::of(&world);
    assert_eq!(next.page("CNAME"), "asso.example.org\n");
    assert_eq!(next.page("fr/photos/une.txt"), "une photo");
    assert!(!next.0.contains_key("fr/taches/w2x3y.html"));

    world.write("../public/fr/taches/w2x3z.html", "à moi");
    world.write("data/tasks/mphack/w2x3z-b.toml", task("Une autre"));
    world.anybody().run("site ../public").exits(2).complains("w2x3z.html").complains("rien n’a été changé");
    assert_eq!(fs::read_to_string(world.top().join("public/fr/taches/w2x3z.html")).unwrap(), "à moi");
    assert!(!world.top().join(".public.mpa-site").exists());
}

#[test]
fn neither_the_data_nor_what_git_keeps_is_a_place_for_pages() {
    let world = World::new();
    fs::create_dir_all(world.path("data/vide")).unwrap();
    for (path, why) in [
        ("data/public", "le dossier des données"),
        ("data/vide", "le dossier des données"),
        ("data/tasks/un/deux", "le dossier des données"),
        ("rien/../data/public", "le dossier des données"),
        (".git/pages", "le dossier de git"),
    ] {
        let state = world.state();
        world.anybody().run(&format!("site {path}")).exits(1).complains(why).complains("Indique un autre dossier").says_nothing();
        assert_eq!(world.state(), state, "{path}");
        assert!(!world.path("rien").exists());
    }
    world.write(".mpa-site", "data/mpa.toml\n");
    world.anybody().run("site .").exits(2).complains("rien n’y a été touché");
    assert!(world.path("data/mpa.toml").exists());
}

#[test]
#[cfg(unix)]
fn a_link_leads_no_pages_among_the_data() {
    let world = World::new();
    std::os::unix::fs::symlink(world.path("data"), world.top().join("lien")).unwrap();
    for path in ["../lien/public", "../rien/../lien/tasks/public"] {
        world.anybody().run(&format!("site {path}")).exits(1).complains("le dossier des données");
    }
    assert!(!world.path("data/public").exists() && !world.path("data/tasks/public").exists());
    world.is_clean();
}

#[test]
fn a_repository_in_the_folder_stays_one() {
    let world = World::new();
    Pages::of(&world);
    let folder = world.top().join("public");
    for words in ["init --quiet", "add --all", "commit --quiet --message=x", "pack-refs --all"] {
        world.git(&format!("-C ../public {words}"));
    }
    fs::create_dir_all(folder.join("fr/vide")).unwrap();
    world.anybody().on("2026-11-25").run("site ../public").exits(0).says("écrits ou changés");
    world.git("-C ../public rev-parse --verify --quiet HEAD");
    assert!(folder.join("fr/vide").is_dir());
}

#[test]
fn a_folder_of_somebody_in_the_place_of_a_page_that_is_gone_stays() {
    let world = World::with(&[("data/tasks/mphack/w2x3y-a.toml", &task("Une tâche qui s’en ira"))]);
    Pages::of(&world);
    fs::remove_file(world.top().join("public/fr/taches/w2x3y.html")).unwrap();
    world.write("../public/fr/taches/w2x3y.html/notes.txt", "à moi");
    fs::remove_file(world.path("data/tasks/mphack/w2x3y-a.toml")).unwrap();
    assert_eq!(Pages::of(&world).page("fr/taches/w2x3y.html/notes.txt"), "à moi");
}

#[test]
#[cfg(target_os = "linux")]
fn what_has_a_name_without_letters_stays() {
    use std::os::unix::ffi::OsStrExt;

    let world = World::new();
    Pages::of(&world);
    let strange = world.top().join("public").join(std::ffi::OsStr::from_bytes(b"ph\xe9otos"));
    fs::create_dir_all(&strange).unwrap();
    fs::write(strange.join("une.txt"), "une photo").unwrap();
    world.anybody().on("2026-11-25").run("site ../public").exits(0).says("écrits ou changés");
    assert_eq!(fs::read_to_string(strange.join("une.txt")).unwrap(), "une photo");
}

#[test]
#[cfg(unix)]
fn what_cannot_be_read_is_not_left_behind() {
    use std::os::unix::fs::PermissionsExt;

    let world = World::new();
    let before = Pages::of(&world);
    let closed = world.top().join("public/fermé");
    world.write("../public/fermé/une.txt", "une photo");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&closed).is_ok() {
        return crate::kit::skipped("a folder that root cannot read");
    }
    world.anybody().on("2026-11-25").run("site ../public").exits(3).complains("fermé").complains("restées comme elles étaient");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    let mut after = Pages::read(&world.top().join("public"));
    assert_eq!(after.0.remove("fermé/une.txt").as_deref(), Some("une photo"));
    assert_eq!(after.0, before.0);
}

#[test]
#[cfg(unix)]
fn a_link_to_a_folder_stays_one() {
    let world = World::new();
    fs::create_dir_all(world.top().join("ailleurs")).unwrap();
    std::os::unix::fs::symlink("ailleurs", world.top().join("public")).unwrap();
    Pages::of(&world);
    assert!(fs::symlink_metadata(world.top().join("public")).unwrap().is_symlink());
    assert!(world.top().join("ailleurs/index.html").exists());
}

#[test]
#[cfg(unix)]
fn killed_in_the_middle_the_old_pages_stand() {
    let world = World::new();
    for number in 0..60 {
        world.write(&format!("data/tasks/mphack/zz{number:03}-t.toml"), task(&format!("Tâche {number}")));
    }
    let began = Instant::now();
    let mut before = Pages::of(&world);
    let whole = began.elapsed();
    let folder = world.top().join("public");
    let (mut killed, kills) = (0, kills(KILLS));
    for number in 0..kills {
        let day = format!("2026-11-{:02}", 1 + number % 28);
        let mut child = world.anybody().on(&day).start("site ../public");
        std::thread::sleep(whole.mul_f64(f64::from(number) / f64::from(kills)));
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
        let there = Pages::read(&folder);
        if there.0 != before.0 {
            world.anybody().on(&day).run("site ../public").exits(0).says("Rien n’a changé");
            before = there;
        }
    }
    assert!(killed >= kills / 4, "only {killed} of {kills} came in time");
    world.anybody().run("site ../public").exits(0);
    assert!(!world.top().join(".public.mpa-site").exists(), "what was left was taken away");
}

#[test]
#[cfg(unix)]
fn where_nothing_can_be_written_the_reason_is_said() {
    use std::os::unix::fs::PermissionsExt;

    let world = World::new();
    let closed = world.top().join("fermé");
    fs::create_dir_all(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(closed.join("x"), "").is_ok() {
        return crate::kit::skipped("a folder that root cannot write to");
    }
    world.anybody().run("site ../fermé/public").exits(3).complains("impossible d’écrire ici");
}
