module.exports = () => {
  throw new Error("get-pixels must not download here: loadImage fetches the bytes itself");
};
