// Unpacks the Chromium that the npm package carries: node unpack.js FOLDER
"use strict";
const fs = require("node:fs"), path = require("node:path"), zlib = require("node:zlib");
const folder = process.argv[2];
const packed = path.join(folder, "node_modules", "@sparticuz", "chromium", "bin");
const tar = require(require.resolve("tar-fs", { paths: [packed] }));

fs.writeFileSync(path.join(folder, "chromium"), unpacked("chromium"), { mode: 0o755 });
for (const name of ["al2023.tar", "fonts.tar", "swiftshader.tar"])
  tar.extract(folder).end(unpacked(name));

function unpacked(name) {
  return zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, name + ".br")));
}
