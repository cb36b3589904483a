using System.Collections.Frozen;

namespace Parley.Resolution.Actors;

/// <summary>Gender of common given names, in the spellings of news in English.</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, Gender> s_genders = Build();

    /// <summary>The gender that the name usually tells, or unknown.</summary>
    public static Gender GenderOf(string name) => s_genders.GetValueOrDefault(NameKey.Fold(name));

    private static FrozenDictionary<string, Gender> Build()
    {
        var genders = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (var (names, gender) in new[]
        {
            ("james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew " +
             "joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon " +
             "benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah " +
             "ethan jeremy walter christian keith roger terry austin sean gerald carl dave joe bill bob mike tom jim ben dan sam nick steve greg tony ted glenn " +
             "leon martin simon philip ian neil alan graham nigel colin stuart hugh oliver lewis liam luke max felix hans klaus wolfgang jens juergen jurgen karl " +
             "stefan markus fritz franz helmut olaf pierre jean jacques michel francois louis philippe laurent bernard alain nicolas emmanuel antoine thierry " +
             "giovanni giuseppe mario luigi marco antonio francesco carlos juan luis miguel pedro jorge manuel javier fernando rafael diego pablo sergio " +
             "vladimir dmitry dmitri sergey sergei mikhail nikolai ivan igor oleg boris yuri viktor victor alexei andrei konstantin yevgeny evgeny pavel anton " +
             "maxim maksim denis roman ilya kirill gennady leonid anatoly valery vasily vitaly vyacheslav vladislav ruslan timur arkady stanislav fyodor grigory " +
             "volodymyr oleksandr serhiy andriy mykhailo mykola petro ihor dmytro oleksiy yuriy viktor kyrylo pavlo taras bohdan ostap rustem valerii denys vitalii artem " +
             "mohammed muhammad mohamed mohammad mahmoud ahmed ahmad ali hassan hussein ibrahim omar khaled yusuf yousef abdullah abdul mustafa karim tariq nasser " +
             "saad saeed salem sami walid ziad bashar hamid jamal faisal fahd majed nabil rami samir osama ismail yahya khalil amir reza hossein javad abbas " +
             "mehdi masoud ebrahim hakan recep mehmet murat kemal ahmet mevlut hulusi yitzhak benjamin ehud yair avi moshe david shimon eli itamar yoav ron gideon " +
             "amos uri yossi danny naftali ariel narendra rahul rajiv amit sanjay arun imran nawaz shehbaz asif pervez     " +
             "paul joseph emmanuel john samuel olusegun kofi antonio donald janusz andrzej jaroslaw lech tomasz piotr radoslaw viktor zoltan janos lars anders " +
             "erik mikael jonas aleksandar slobodan milos ivica zoran goran dragan vaclav petr jiri tomas jan pieter willem jaap hamdan moussa oumar mamadou", Gender.Male),
            ("mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol " +
             "amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine " +
             "christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn " +
             "judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice abigail sophia fiona kate " +
             "anne jane claire susanne ursula annalena petra sabine monika ingrid marie francoise sylvie nathalie isabelle brigitte giulia federica giorgia " +
             "carmen lucia elena olga tatiana natalia natalya irina svetlana marina yelena ekaterina oksana yulia julia iryna olena nadezhda galina lyudmila " +
             "nadiya daria darya ksenia vera larisa valentina maia kaja sanna mette masha katya zhanna alyona sviatlana veronika fatima aisha leila layla mariam " +
             "maryam noor amina zainab huda hanan rania nadia samira condoleezza hillary madeleine kamala victoria adrienne antonia sonia indira tzipi golda " +
             "shireen aung graca ellen joyce amal roza dilma cristina michelle kristalina christine margaret theresa liz penny jacinda tsai karoline karine jen tulsi " +
             "avril gina nikki samantha linda susan therese joanna agnieszka beata ewa ivana tulip  ", Gender.Female),
        })
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                genders.TryAdd(name, gender);
            }
        }

        return genders.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
