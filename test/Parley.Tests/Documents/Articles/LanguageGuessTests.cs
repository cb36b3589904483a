using Parley.Documents.Articles;
using Xunit;

namespace Parley.Tests.Documents.Articles;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "The envoy said on Monday that the talks would go on.")]
    [InlineData("en", "Minister denies report")]
    [InlineData("en", "Russia says it has not received a request for talks")]
    [InlineData("ru", "Министр заявил, что переговоры будут продолжены.")]
    [InlineData("uk", "Міністр заявив, що переговори будуть продовжені.")]
    [InlineData("bg", "Министърът заяви, че преговорите ще продължат след срещата.")]
    [InlineData("sr", "Министар је рекао да ће преговори бити настављени у Београду.")]
    [InlineData("fr", "Le ministre a déclaré que les négociations allaient se poursuivre.")]
    [InlineData("de", "Der Minister sagte, dass die Gespräche fortgesetzt werden.")]
    [InlineData("es", "El ministro dijo que las negociaciones van a continuar en la capital.")]
    [InlineData("pt", "O ministro disse que as negociações vão continuar na capital do país.")]
    [InlineData("it", "Il ministro ha detto che i negoziati andranno avanti nella capitale.")]
    [InlineData("pl", "Minister powiedział, że rozmowy będą kontynuowane w stolicy.")]
    [InlineData("tr", "Bakan, görüşmelerin bir süre daha devam edeceğini ve heyetin kalacağını söyledi.")]
    [InlineData("nl", "De minister zei dat de gesprekken in het land worden voortgezet.")]
    [InlineData("ar", "قال الوزير إن المحادثات ستستمر في العاصمة")]
    [InlineData("fa", "وزیر گفت که مذاکرات در پایتخت ادامه می‌یابد")]
    [InlineData("he", "השר אמר כי השיחות יימשכו בבירה")]
    [InlineData("zh", "部长说会谈将继续进行。")]
    [InlineData("ja", "大臣は会談が続くと述べた。")]
    [InlineData("ko", "장관은 회담이 계속될 것이라고 말했다.")]
    [InlineData("el", "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν.")]
    [InlineData("und", "12/3 – 45 %")]
    [InlineData("und", "")]
    public void Languages_are_told_by_script_and_small_words(string expected, string text) => Assert.Equal(expected, LanguageGuess.Of(text));
}
