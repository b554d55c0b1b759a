/** Command lines that `--help` shows under a command; the same in every language, and each of them runs. */
export const commandExamples: Readonly<Record<string, readonly string[]>> = {
  init: ['korvaus init', 'korvaus init --yes --kind wellbeing-services-county --name "Our county" --business-id 1234567-1 --county 05'],
  template: ['korvaus template', 'korvaus template service-log.xlsx --lang en'],
  check: ['korvaus check', 'korvaus check --period 2026-03', 'korvaus check other-log.xlsx --format json', 'korvaus check --annotate annotated.xlsx'],
  review: ['korvaus review', 'korvaus review --list', 'korvaus review --item R-014 --rule CAT-002 --answer accept --reason "Agreed with the social worker" --by "Head of finance"'],
  prepare: ['korvaus prepare --period 2026-03', 'korvaus prepare --period 2026-Q1 --yes'],
  verify: ['korvaus verify packets/korvaus_1234567-1_2026-03_01', 'korvaus verify korvaus_1234567-1_2026-03_01.zip --format json'],
  explain: ['korvaus explain DL-001', 'korvaus explain DL-001 --lang sv'],
  rulesList: ['korvaus rules list'],
  rulesTest: ['korvaus rules test', 'korvaus rules test --book my-rules'],
  doctor: ['korvaus doctor'],
  completions: ['source <(korvaus completions bash)', 'korvaus completions powershell | Out-String | Invoke-Expression'],
}
