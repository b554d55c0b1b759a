import { readSheet } from 'read-excel-file/node'

let rows = 0
for (const sheet of [1, 2, 3, 4]) rows += (await readSheet(process.argv[2], sheet)).length
console.log(rows)
