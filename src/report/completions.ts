export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell'

/** What may follow the words of a command. */
export interface CompletionWords {
  /** The words after `korvaus`: empty for the program itself, `rules list`. */
  readonly path: string
  readonly next: readonly string[]
}

const renderers: Record<Shell, (words: readonly CompletionWords[]) => string> = { bash, zsh, fish, powershell }

/** The script that teaches a shell what may follow. Files are completed where the program takes them. */
export function renderCompletions(shell: Shell, words: readonly CompletionWords[]): string {
  return renderers[shell](words)
}

function bash(words: readonly CompletionWords[]): string {
  return `# korvaus: put this into your ~/.bashrc:  source <(korvaus completions bash)
_korvaus() {
  local word=\${COMP_WORDS[COMP_CWORD]} path="" part next
  for part in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$part" in
      ${words.filter(({ path }) => path !== '').map(({ path }) => `"${path}"`).join('|')}) path="\${path:+$path }$part" ;;
    esac
  done
  case "$path" in
${words.map(({ path, next }) => `    "${path}") next="${next.join(' ')}" ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$next" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _korvaus korvaus
`
}

function zsh(words: readonly CompletionWords[]): string {
  return `#compdef korvaus
# korvaus: put this into your ~/.zshrc:  source <(korvaus completions zsh)
autoload -U +X bashcompinit && bashcompinit
${bash(words).split('\n').slice(1).join('\n')}`
}

function fish(words: readonly CompletionWords[]): string {
  const lines = words.flatMap(({ path, next }) => {
    const parts = path.split(' ').filter((part) => part !== '')
    const [first] = parts
    const condition = first === undefined ? '__fish_use_subcommand' : parts.map((part) => `__fish_seen_subcommand_from ${part}`).join('; and ')
    const options = next.filter((word) => word.startsWith('--'))
    const commands = next.filter((word) => !word.startsWith('--'))
    return [
      ...(commands.length > 0 ? [`complete -c korvaus -n '${condition}' -a '${commands.join(' ')}'`] : []),
      ...options.map((option) => `complete -c korvaus -n '${first === undefined ? 'true' : condition}' -l ${option.slice(2)}`),
    ]
  })
  return `# korvaus: korvaus completions fish > ~/.config/fish/completions/korvaus.fish\n${[...new Set(lines)].join('\n')}\n`
}

function powershell(words: readonly CompletionWords[]): string {
  return `# korvaus: put this into your $PROFILE:  korvaus completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName korvaus -ScriptBlock {
  param($word, $commandLine, $cursor)
  $next = @{
${words.map(({ path, next }) => `    '${path}' = '${next.join(' ')}'`).join('\n')}
  }
  $path = ''
  foreach ($part in ($commandLine.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })) {
    $longer = ("$path $part").Trim()
    if ($next.ContainsKey($longer)) { $path = $longer }
  }
  $next[$path] -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`
}
