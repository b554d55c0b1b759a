import { readServiceLog } from '../../dist/read/read-service-log.js'

const log = await readServiceLog([{ path: process.argv[2], name: 'service-log.xlsx' }])
console.log(log.items.length)
