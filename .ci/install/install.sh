#!/bin/sh
# Installs mpa @VERSION@ for you alone, on Linux or macOS; installs it anew, or a newer one, the same way.
#
#   curl -fsSL @ADDRESS@/install.sh | sh
#   wget -qO- @ADDRESS@/install.sh | sh
#
# It goes into ~/.local/bin, or where MPA_BIN says: one file, nothing else. To remove it: rm ~/.local/bin/mpa
set -eu

ADDRESS=${MPA_ADDRESS:-@ADDRESS@}
# Of the archives of this version; one that differs is not unpacked.
SUMS='
@SUMS@
'

# In the language of whoever reads it: $1 French, $2 English.
say() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    fr*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
    esac
}

fail() {
    say "$@" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

target() {
    machine=$(uname -m)
    case $machine in
    x86_64 | amd64) machine=x86_64 ;;
    arm64 | aarch64) machine=aarch64 ;;
    esac
    case $(uname -s) in
    Linux) echo "$machine-unknown-linux-musl" ;;
    Darwin)
        # A shell for Intel on a Mac that has another processor.
        [ "$(sysctl -n sysctl.proc_translated 2>/dev/null || true)" != 1 ] || machine=aarch64
        echo "$machine-apple-darwin"
        ;;
    *) echo "$machine-$(uname -s)" ;;
    esac
}

# Puts what is at $1 into the file $2.
fetch() {
    if has curl; then
        curl -fsSL -o "$2" "$1"
    elif has wget; then
        wget -qO "$2" "$1"
    else
        fail "Il faut curl ou wget pour télécharger mpa, et aucun des deux n’est là." \
            "It takes curl or wget to download mpa, and neither is here."
    fi
}

sum() {
    if has sha256sum; then
        sha256sum "$1"
    elif has shasum; then
        shasum -a 256 "$1"
    elif has openssl; then
        openssl dgst -sha256 -r "$1"
    else
        fail "Il faut sha256sum, shasum ou openssl pour vérifier ce qui a été téléchargé. Rien n’est installé." \
            "It takes sha256sum, shasum or openssl to check what was downloaded. Nothing is installed."
    fi
}

main() {
    target=$(target)
    name=mpa-$target
    expected=$(printf '%s\n' "$SUMS" | sed -n "s/^\([0-9a-f]\{64\}\)  $name\.tar\.gz\$/\1/p")
    [ -n "$expected" ] || fail "Il n’y a pas de mpa @VERSION@ tout prêt pour cet ordinateur ($target)." \
        "There is no ready-made mpa @VERSION@ for this computer ($target)."
    bin=${MPA_BIN:-$HOME/.local/bin}
    mpa=$bin/mpa
    if [ -e "$mpa" ]; then
        case $("$mpa" --version 2>/dev/null || true) in
        "mpa "*) ;;
        *) fail "$mpa existe déjà, et c’est un autre programme. Pour installer celui-ci ailleurs : MPA_BIN=DOSSIER" \
            "$mpa is there already, and is another program. To install this one elsewhere: MPA_BIN=FOLDER" ;;
        esac
    fi

    scratch=$(mktemp -d)
    new=
    trap 'rm -rf "$scratch" ${new:+"$new"}' EXIT
    trap 'exit 1' HUP INT TERM
    fetch "$ADDRESS/$name.tar.gz" "$scratch/archive" || fail "Le téléchargement a échoué : $ADDRESS/$name.tar.gz. Rien n’est installé." \
        "The download failed: $ADDRESS/$name.tar.gz. Nothing is installed."
    found=$(sum "$scratch/archive") || exit 1
    [ "${found%% *}" = "$expected" ] || fail "Ce qui a été téléchargé n’est pas ce qui a été publié (somme ${found%% *}, attendue : $expected). Rien n’est installé." \
        "What was downloaded is not what was published (checksum ${found%% *}, expected: $expected). Nothing is installed."
    tar -xzf "$scratch/archive" -C "$scratch"
    version=$("$scratch/$name/mpa" --version) || fail "mpa ne démarre pas sur cet ordinateur ($target). Rien n’est installé." \
        "mpa does not start on this computer ($target). Nothing is installed."

    mkdir -p "$bin"
    new=$bin/.mpa.$$
    cp "$scratch/$name/mpa" "$new"
    chmod 755 "$new"
    mv -f "$new" "$mpa"
    say "$version est installé : $mpa" "$version is installed: $mpa"

    has git || say "Il faut aussi git : https://git-scm.com" "You need git, too: https://git-scm.com"
    case :$PATH: in
    *":$bin:"*) say "Pour commencer : mpa start ADRESSE" "To begin: mpa start ADDRESS" ;;
    *)
        case ${SHELL:-} in
        */fish) line="fish_add_path $bin" ;;
        */zsh) line="echo 'export PATH=\"$bin:\$PATH\"' >> ~/.zshrc" ;;
        */bash) line="echo 'export PATH=\"$bin:\$PATH\"' >> ~/.bashrc" ;;
        *) line="echo 'export PATH=\"$bin:\$PATH\"' >> ~/.profile" ;;
        esac
        say "Pour que le terminal le trouve, tape cette ligne, puis ouvre un nouveau terminal :" \
            "For the terminal to find it, type this line, then open a new terminal:"
        printf '\n  %s\n\n' "$line"
        say "Ensuite : mpa start ADRESSE" "Then: mpa start ADDRESS"
        ;;
    esac
}

# Last, so that half a download of this text does nothing.
main
