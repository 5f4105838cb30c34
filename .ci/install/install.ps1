# Installs mpa @VERSION@ for you alone, on Windows; installs it anew, or a newer one, the same way.
#
#   irm @ADDRESS@/install.ps1 | iex
#
# It goes into %LOCALAPPDATA%\Programs\mpa, or where $env:MPA_BIN says: one file, and that folder in your own PATH.
# To remove it, delete that folder.

function Install-Mpa {
    $ErrorActionPreference = 'Stop'
    # Its bar makes downloads slow.
    $ProgressPreference = 'SilentlyContinue'
    $address = if ($env:MPA_ADDRESS) { $env:MPA_ADDRESS } else { '@ADDRESS@' }
    # Of the archives of this version; one that differs is not unpacked.
    $sums = @'
@SUMS@
'@
    $french = (Get-UICulture).TwoLetterISOLanguageName -eq 'fr'
    # In the language of whoever reads it; letters that are not ASCII are escaped, since some shells misread them.
    function Choose($fr, $en) {
        $text = if ($french) { $fr } else { $en }
        [regex]::Unescape($text) -f $args
    }

    # The processor of the machine, also where this shell is for another one.
    $processor = (Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment').PROCESSOR_ARCHITECTURE
    $machine = if ($processor -eq 'ARM64') { 'aarch64' } elseif ($processor -eq 'AMD64') { 'x86_64' } else { $processor }
    $name = "mpa-$machine-pc-windows-msvc"
    $line = $sums -split "`r?`n" | Where-Object { $_ -match "^[0-9a-f]{64}  $name\.zip$" }
    if (-not $line) {
        throw (Choose "Il n'y a pas de mpa @VERSION@ tout pr\u00eat pour cet ordinateur ({0})." `
                'There is no ready-made mpa @VERSION@ for this computer ({0}).' $machine)
    }
    $expected = $line.Substring(0, 64)
    $bin = if ($env:MPA_BIN) { $env:MPA_BIN } else { Join-Path $env:LOCALAPPDATA 'Programs\mpa' }

    $scratch = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
    New-Item -ItemType Directory -Path $scratch | Out-Null
    try {
        $archive = Join-Path $scratch "$name.zip"
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        Invoke-WebRequest -UseBasicParsing -Uri "$address/$name.zip" -OutFile $archive
        $found = (Get-FileHash -Algorithm SHA256 -Path $archive).Hash.ToLowerInvariant()
        if ($found -ne $expected) {
            throw (Choose "Ce qui a \u00e9t\u00e9 t\u00e9l\u00e9charg\u00e9 n'est pas ce qui a \u00e9t\u00e9 publi\u00e9 (somme {0}, attendue\u00a0: {1}). Rien n'est install\u00e9." `
                    'What was downloaded is not what was published (checksum {0}, expected: {1}). Nothing is installed.' $found $expected)
        }
        Expand-Archive -Path $archive -DestinationPath $scratch
        $new = Join-Path $scratch "$name\mpa.exe"
        $version = & $new --version
        if ($LASTEXITCODE -ne 0) {
            throw (Choose "mpa ne d\u00e9marre pas sur cet ordinateur. Rien n'est install\u00e9." `
                    'mpa does not start on this computer. Nothing is installed.')
        }
        New-Item -ItemType Directory -Force -Path $bin | Out-Null
        Move-Item -Force -Path $new -Destination (Join-Path $bin 'mpa.exe')
    } finally {
        Remove-Item -Recurse -Force -Path $scratch
    }
    Write-Output (Choose '{0} est install\u00e9\u00a0: {1}' '{0} is installed: {1}' $version (Join-Path $bin 'mpa.exe'))

    $path = [Environment]::GetEnvironmentVariable('Path', 'User')
    if (($path -split ';') -notcontains $bin) {
        $joined = if ($path) { $path.TrimEnd(';') + ';' + $bin } else { $bin }
        [Environment]::SetEnvironmentVariable('Path', $joined, 'User')
        Write-Output (Choose "Ouvre un nouveau terminal pour qu'il le trouve." 'Open a new terminal, which will find it.')
    }
    if (-not (Get-Command git -ErrorAction SilentlyContinue)) {
        Write-Output (Choose 'Il faut aussi git\u00a0: winget install Git.Git' 'You need git, too: winget install Git.Git')
    }
    Write-Output (Choose 'Pour commencer\u00a0: mpa start ADRESSE' 'To begin: mpa start ADDRESS')
}

# Last, so that half a download of this text does nothing.
Install-Mpa
