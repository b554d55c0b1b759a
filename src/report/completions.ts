export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell'

/** What may stand in a place: words, files, or something that nobody can know. */
export interface CompletionPlace {
  readonly words: readonly string[]
  readonly files: boolean
}

/** What may follow the words of a command. */
export interface CompletedCommand {
  /** The words after `korvaus`: empty for the program itself, `rules list`. */
  readonly path: string
  readonly commands: readonly string[]
  readonly options: readonly string[]
  readonly operands: CompletionPlace
}

export interface Completions {
  readonly commands: readonly CompletedCommand[]
  /** What follows each option that takes a value: `--lang`. */
  readonly values: ReadonlyMap<string, CompletionPlace>
}

const renderers: Record<Shell, (completions: Completions) => string> = { bash, zsh, fish, powershell }

/** The script that teaches a shell what may follow: commands, options, rules, versions, choices and files. */
export function renderCompletions(shell: Shell, completions: Completions): string {
  return renderers[shell](completions)
}

function bash({ commands, values }: Completions): string {
  return `# korvaus: put this into your ~/.bashrc:  source <(korvaus completions bash)
_korvaus() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" called="" part next="" files=""
  for part in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${called:+$called }$part" in
      ${pathPattern(commands)}) called="\${called:+$called }$part" ;;
    esac
  done
  case "$before" in
${valueCases(values, ({ words, files }) => `next="${words.join(' ')}" files="${files ? 'yes' : ''}"`)}
    *) case "$called" in
${commands.map((one) => `      "${one.path}") next="${[...one.commands, ...one.options, ...one.operands.words].join(' ')}" files="${one.operands.files ? 'yes' : ''}" ;;`).join('\n')}
    esac ;;
  esac
  COMPREPLY=()
  while IFS= read -r part; do COMPREPLY+=("$part"); done < <(compgen -W "$next" -- "$word"; [ -z "$files" ] || compgen -f -- "$word")
}
complete -o filenames -F _korvaus korvaus
`
}

/** In its own words: under the emulation of bash a variable named `path` would take the PATH away. */
function zsh({ commands, values }: Completions): string {
  return `#compdef korvaus
# korvaus: put this into your ~/.zshrc:  source <(korvaus completions zsh)
_korvaus() {
  local before="\${words[CURRENT-1]}" called="" part
  for part in "\${(@)words[2,CURRENT-1]}"; do
    case "\${called:+$called }$part" in
      (${pathPattern(commands)}) called="\${called:+$called }$part" ;;
    esac
  done
  case "$before" in
${valueCases(values, zshPlace, '(')}
    (*) case "$called" in
${commands.map((one) => `      ("${one.path}") ${zshPlace({ words: [...one.commands, ...one.options, ...one.operands.words], files: one.operands.files })} ;;`).join('\n')}
    esac ;;
  esac
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _korvaus korvaus
`
}

function zshPlace({ words, files }: CompletionPlace): string {
  const parts = [...(words.length > 0 ? [`compadd -- ${words.join(' ')}`] : []), ...(files ? ['_files'] : [])]
  return parts.length === 0 ? ':' : parts.join('; ')
}

function fish({ commands, values }: Completions): string {
  const lines = commands.flatMap((one) => {
    const condition = fishCondition(one)
    return [
      ...(one.commands.length > 0 ? [`complete -c korvaus -f -n '${condition}' -a '${one.commands.join(' ')}'`] : []),
      ...(one.operands.words.length > 0 ? [`complete -c korvaus -n '${condition}' -a '${one.operands.words.join(' ')}'`] : []),
      ...(one.commands.length === 0 && !one.operands.files ? [`complete -c korvaus -f -n '${condition}'`] : []),
      ...one.options.map((option) => `complete -c korvaus -n '${one.path === '' ? 'true' : condition}' -l ${option.slice(2)}${fishValue(values.get(option))}`),
    ]
  })
  return `# korvaus: korvaus completions fish > ~/.config/fish/completions/korvaus.fish\n${[...new Set(lines)].join('\n')}\n`
}

function fishCondition({ path, commands }: CompletedCommand): string {
  if (path === '') return '__fish_use_subcommand'
  const seen = path.split(' ').map((part) => `__fish_seen_subcommand_from ${part}`).join('; and ')
  return commands.length === 0 ? seen : `${seen}; and not __fish_seen_subcommand_from ${commands.join(' ')}`
}

function fishValue(place: CompletionPlace | undefined): string {
  if (place === undefined) return ''
  if (place.files && place.words.length > 0) return ` -r -F -a '${place.words.join(' ')}'`
  return place.files ? ' -r -F' : place.words.length > 0 ? ` -x -a '${place.words.join(' ')}'` : ' -x'
}

/** Where the script names nothing, PowerShell completes files by itself. */
function powershell({ commands, values }: Completions): string {
  return `# korvaus: put this into your $PROFILE:  korvaus completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName korvaus -ScriptBlock {
  param($word, $commandLine, $cursor)
  $next = @{
${commands.map((one) => `    '${one.path}' = '${[...one.commands, ...one.options, ...one.operands.words].join(' ')}'`).join('\n')}
  }
  $values = @{
${[...values].filter(([, { files }]) => !files).map(([option, { words }]) => `    '${option}' = '${words.join(' ')}'`).join('\n')}
  }
  $files = '${[...values].filter(([, { files }]) => files).map(([option]) => option).join(' ')}' -split ' '
  $parts = @($commandLine.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $called = ''
  foreach ($part in $parts) {
    $longer = ("$called $part").Trim()
    if ($next.ContainsKey($longer)) { $called = $longer }
  }
  $before = if ($parts.Count -gt 0) { $parts[-1] } else { '' }
  if ($files -contains $before) { return }
  $possible = if ($values.ContainsKey($before)) { $values[$before] } else { $next[$called] }
  $possible -split ' ' | Where-Object { $_ -ne '' -and $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`
}

function pathPattern(commands: readonly CompletedCommand[]): string {
  return commands.filter(({ path }) => path !== '').map(({ path }) => `"${path}"`).join('|')
}

/** One line for each place, with all options that it follows. */
function valueCases(values: Completions['values'], shown: (place: CompletionPlace) => string, open = ''): string {
  const byPlace = new Map<string, string[]>()
  for (const [option, place] of values) byPlace.set(shown(place), [...(byPlace.get(shown(place)) ?? []), option])
  return [...byPlace].map(([text, options]) => `    ${open}${options.join('|')}) ${text} ;;`).join('\n')
}
