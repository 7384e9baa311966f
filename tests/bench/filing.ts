export const filing = async () => [];
