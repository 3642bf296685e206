export const platformName: string = 'x';
