export default definePageConfig({ navigationBarTitleText: '通盘订货', enablePullDownRefresh: true });
