using Parley.Casualties.Linkage;
using Xunit;

namespace Parley.Tests.Casualties.Linkage;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("Щеглова", "Shcheglova", "Ŝeglova", "Ščeglova", "Chtcheglova")]
    [InlineData("Дмитрий", "Dmitriy", "Dmitry", "Dmitrii", "Dmitrij")]
    [InlineData("Алексеевич", "Alekseyevich", "Alekseevich", "Alekseevič", "Алексеевичь")]
    [InlineData("Хрущёв", "Khrushchev", "Khrushchyov", "Hruŝëv", "Хрущев")]
    [InlineData("Зеленский", "Зеленський", "Zelenskyi", "Zelenskiy", "Zelensky")]
    [InlineData("Жучков", "Zhuchkov", "Žučkov", "Z\u030Cuc\u030Ckov", "Žučkov")]
    [InlineData("Юрьев", "Yuryev", "Yur'yev", "Iurev", "Jurʹev")]
    [InlineData("Геннадий", "Генадий", "Gennadiy", "Gennady", "Hennadii")]
    public void The_spellings_of_one_name_have_one_skeleton(params string[] spellings) =>
        Assert.Single(spellings.Select(s => NameFold.Fold(s)).Distinct());

    [Theory]
    [InlineData("Иванов", "Петров")]
    [InlineData("Шевчук", "Савчук")]
    [InlineData("Волков", "Волкова-Белая")]
    [InlineData("Жуков", "Зуков")]
    public void Different_names_have_different_skeletons(string one, string other) =>
        Assert.NotEqual(NameFold.Fold(one), NameFold.Fold(other));

    [Theory]
    [InlineData("Сергей", "Сергій")]
    [InlineData("Сергей", "Serhii")]
    [InlineData("Николай", "Микола")]
    [InlineData("Дмитрий", "Дмитро")]
    [InlineData("Александр", "Олександр")]
    [InlineData("Александр", "Саша")]
    [InlineData("Евгений", "Yevhen")]
    public void Forms_of_a_given_name_are_known(string one, string other) =>
        Assert.Equal(GivenNames.Canonical(NameFold.Fold(one)), GivenNames.Canonical(NameFold.Fold(other)));

    [Theory]
    [InlineData("Сергеевич", "Сергей")]
    [InlineData("Сергійович", "Сергей")]
    [InlineData("Sergeevich", "Сергей")]
    [InlineData("Миколайович", "Николай")]
    [InlineData("Олександрівна", "Александр")]
    [InlineData("Ильич", "Илья")]
    [InlineData("Lvovich", "Лев")]
    [InlineData("Никитич", "Никита")]
    [InlineData("Юрьевна", "Юрий")]
    public void A_patronymic_names_the_father(string patronymic, string father)
    {
        Assert.True(GivenNames.IsPatronymic(NameFold.Fold(patronymic)));
        Assert.Equal(NameFold.Fold(father), GivenNames.FathersName(NameFold.Fold(patronymic)));
    }

    [Theory]
    [InlineData("Иванов Сергей Петрович", "Иванов", "Сергей", "Петрович")]
    [InlineData("Сергей Петрович Иванов", "Иванов", "Сергей", "Петрович")]
    [InlineData("Sergey Ivanov", "Ivanov", "Sergey", "")]
    [InlineData("Ivanov Sergey", "Ivanov", "Sergey", "")]
    [InlineData("Иванов С. П.", "Иванов", "С", "П")]
    [InlineData("Мамедов Али Гасан оглы", "Мамедов", "Али", "Гасан оглы")]
    [InlineData("Shevchenko, Taras Hryhorovych", "Shevchenko", "Taras", "Hryhorovych")]
    [InlineData("Сергей Петрович", "", "Сергей", "Петрович")]
    [InlineData("Неизвестный", "Неизвестный", "", "")]
    public void A_name_is_split_into_its_parts(string name, string family, string given, string patronymic) =>
        Assert.Equal(new PersonName(family, given, patronymic), PersonName.Split(name));

    [Theory]
    [InlineData("Ивaнов", "Иванов")]
    [InlineData("Petrоv", "Petrov")]
    public void Look_alike_letters_are_put_into_one_script(string mixed, string repaired) =>
        Assert.Equal(repaired, MixedScript.Repair(mixed));

    [Theory]
    [InlineData("Иванов")]
    [InlineData("Petrov")]
    [InlineData("")]
    public void A_word_in_one_script_needs_no_repair(string word) => Assert.Null(MixedScript.Repair(word));
}
