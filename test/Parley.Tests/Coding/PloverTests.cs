using Parley.Coding;
using Parley.Coding.Acts;
using Xunit;

namespace Parley.Tests.Coding;

public sealed class PloverTests
{
    private static readonly PloverClassifier s_classifier = new(CodingTables.Default);

    [Theory]
    [InlineData("Militants shelled the harbour on Friday, killing nine.", "ASSAULT")]
    [InlineData("The ministers met in Cairo.", "CONSULT")]
    [InlineData("Nothing of note happened.", null)]
    public void A_deed_has_the_type_of_its_words(string sentence, string? type) => Assert.Equal(type, s_classifier.Classify(sentence));

    [Theory]
    [InlineData("The union demanded that the junta release the arrested students.", "REQUEST")]
    [InlineData("The ministry accused the rebels of bombing two hospitals and killing patients.", "ACCUSE")]
    [InlineData("The government refused to lift the curfew.", "REJECT")]
    public void What_an_act_of_speech_is_about_does_not_make_its_type(string sentence, string type) => Assert.Equal(type, s_classifier.Classify(sentence));

    [Theory]
    [InlineData("Norway will provide food to the camps.", "AGREE")]
    [InlineData("The general is prepared to visit the island.", "AGREE")]
    [InlineData("The army will bombard the port.", "THREATEN")]
    [InlineData("The council is prepared to impose a curfew.", "THREATEN")]
    public void A_deed_to_come_is_a_promise_or_a_threat(string sentence, string type) => Assert.Equal(type, s_classifier.Classify(sentence));
}
