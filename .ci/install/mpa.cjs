#!/usr/bin/env node
// Starts the program of this system, which npm put beside this package.
"use strict";
const { spawnSync } = require("node:child_process");

const name = `mpa-benevoles-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/${process.platform === "win32" ? "mpa.exe" : "mpa"}`);
} catch {
  console.error(`${name} is not there: either npm was told to leave optional packages out, or there is no mpa for this system.`);
  process.exit(1);
}
// Ctrl-C is for the program, which goes on or ends as it likes.
process.on("SIGINT", () => {});
const ended = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (ended.error) throw ended.error;
if (ended.signal) {
  process.removeAllListeners(ended.signal);
  process.kill(process.pid, ended.signal);
}
process.exitCode = ended.status ?? 1;
