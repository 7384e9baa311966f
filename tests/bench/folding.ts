export const folding = async () => [];
