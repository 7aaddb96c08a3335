#!/usr/bin/env node
import { main } from './run-service'

process.exitCode = await main(process.argv.slice(2))
